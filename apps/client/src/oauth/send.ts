/**
 * One HTTP request from this client to another party, and the two ways in
 * which it can come to nothing: no answer, and a refusal.
 */
import { timeoutAfter } from '@four-roles/protocol/timeout-after';
import { outgoingTraceparent } from '@four-roles/protocol/trace-context';
import { traceparentHeader } from '@four-roles/protocol/traceparent';
import { clock } from '../config.ts';

export type Party = 'authorization server' | 'resource server';

/** Milliseconds. */
const patience = 10_000;

/**
 * Redirects are not followed: whoever could redirect a request could have the
 * secret or the token that it carries sent elsewhere.
 *
 * @throws {Unreachable} where no answer came, or one that says "not now"
 */
export async function send(
  party: Party,
  url: string | URL,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('User-Agent', 'FourRoles-Client/1');
  headers.set('Accept', 'application/json');
  headers.set(traceparentHeader, outgoingTraceparent());
  const signal = timeoutAfter(clock, patience);
  let response: Response;
  try {
    // Next.js keeps answers of `fetch` unless it is told not to: they hold tokens and mail.
    const rest: RequestInit = { headers, signal, redirect: 'manual', cache: 'no-store' };
    response = await fetch(url, { ...init, ...rest });
  } catch {
    throw new Unreachable(party, new URL(url).origin, 'no answer');
  }
  if (response.status === 429 || response.status >= 500) {
    throw new Unreachable(party, new URL(url).origin, `status ${response.status}`);
  }
  return response;
}

/** The other party is away or busy: nobody has said no. */
export class Unreachable extends Error {
  readonly party: Party;
  readonly origin: string;
  /** What came instead of an answer. */
  readonly instead: string;

  constructor(party: Party, origin: string, instead: string) {
    super(`The ${party} at ${origin} gave ${instead}.`);
    this.name = 'Unreachable';
    this.party = party;
    this.origin = origin;
    this.instead = instead;
  }
}

/** The other party has said no, in the words of the specification. */
export class Refused extends Error {
  readonly party: Party;
  /** What was asked for: `token endpoint`. */
  readonly at: string;
  readonly status: number;
  readonly error: string;
  readonly description: string | undefined;
  readonly uri: string | undefined;
  /** The scope that would have been enough (RFC 6750, section 3). */
  readonly scope: string | undefined;

  constructor(
    party: Party,
    at: string,
    answer: {
      status: number;
      error: string;
      description?: string | undefined;
      uri?: string | undefined;
      scope?: string | undefined;
    },
  ) {
    super(`The ${party} refused at its ${at}: ${answer.error}`);
    this.name = 'Refused';
    this.party = party;
    this.at = at;
    this.status = answer.status;
    this.error = answer.error;
    this.description = answer.description;
    this.uri = answer.uri;
    this.scope = answer.scope;
  }

  /**
   * Read an error response of the token or the revocation endpoint.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
   */
  static async from(party: Party, at: string, response: Response): Promise<Refused> {
    const { status } = response;
    const body: unknown = await response.json().catch(() => undefined);
    return new Refused(party, at, { status, ...errorMembers(body, `status ${status}`) });
  }
}

/** The three members of an error response, each only where it is a string. */
export function errorMembers(body: unknown, otherwise: string) {
  const members = Object(body) as Record<string, unknown>;
  const text = (name: string) =>
    typeof members[name] === 'string' ? members[name].slice(0, 400) : undefined;
  return {
    error: text('error') ?? otherwise,
    description: text('error_description'),
    uri: text('error_uri'),
  };
}
