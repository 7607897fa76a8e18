/**
 * Who said no to what, why, and what to do: from the verdicts of a role, or,
 * where there are none, from what its answer says.
 */
import type { Exchange, RoleName, RuleVerdict } from '../recording/exchange.ts';
import { readableEvidence } from './evidence.ts';
import { explain } from './explain.ts';
import { headerOf, type Message, readMessage } from './message.ts';
import { nameMessage } from './name-message.ts';
import { isRedirect } from './name-table.ts';

export type Refusal = {
  party: RoleName;
  /** `The client refused the message "authorization response: code".` */
  sentence: string;
  status: number;
  /** The error code that the answer names. */
  error?: string;
  /** What that code means, and what usually mends it. */
  meaning?: string;
  remedy?: string;
  /** What the answer itself says of it. */
  description?: string;
  /** The address that the answer gives for reading on. */
  uri?: string;
  /** The checks that failed, each where it is known. */
  checks: FailedCheck[];
};

export type FailedCheck = {
  /** The name of the rule. */
  id: string;
  /** The clause: `RFC 7636, section 4.6`. */
  spec?: string;
  level?: string;
  /** What should have held. */
  says?: string;
  stops?: string;
  expected?: string;
  received?: string;
  /** What to do. */
  fix?: string;
};

/** `undefined` where nobody refused anything. */
export function refusalIn(exchange: Exchange): Refusal | undefined {
  const message = readMessage(exchange);
  const checks = exchange.verdicts.filter((one) => !one.passed).map(failedCheck);
  const answer = errorAnswer(message);
  if (checks.length === 0 && !answer) return undefined;

  const { error, description, uri } = answer ?? {};
  if (checks.length === 0 && description) checks.push(...checkIn(description));
  const explained = error === undefined ? undefined : explain('error', error);
  return {
    party: exchange.to,
    sentence: sentenceOf(exchange, answer !== undefined),
    status: message.status,
    ...(error && { error }),
    ...(explained && { meaning: explained.what }),
    ...(explained?.why && { remedy: explained.why }),
    ...(description && { description }),
    ...(uri && { uri }),
    checks,
  };
}

/** A rule that was broken did not always end in a refusal: an inactive token is an answer too. */
function sentenceOf(exchange: Exchange, refused: boolean): string {
  const party = `The ${exchange.to.replaceAll('-', ' ')}`;
  const { name } = nameMessage(exchange).request;
  return refused
    ? `${party} refused the message "${name}".`
    : `${party} answered the message "${name}", although a check failed.`;
}

function failedCheck({ rule, expected, received }: RuleVerdict): FailedCheck {
  const { id, spec, level, says, stops, fix } = rule;
  return {
    ...{ id, spec },
    ...(level && { level }),
    ...(says && { says }),
    ...(stops && { stops }),
    ...(fix && { fix }),
    ...(expected !== undefined && { expected: readableEvidence(expected) }),
    ...(received !== undefined && { received: readableEvidence(received) }),
  };
}

/** The roles name the rule in their error_description. */
function checkIn(description: string): FailedCheck[] {
  const named = /^Refused by the rule ([a-z0-9-]+), which demands: (.+)$/.exec(
    description,
  );
  return named ? [{ id: named[1] ?? '', says: named[2] ?? '' }] : [];
}

type ErrorAnswer = { error?: string; description?: string; uri?: string };

/** In the redirect of an authorization response, in a JSON body, in a challenge; or nothing but a status. */
function errorAnswer(message: Message): ErrorAnswer | undefined {
  const { json, location, responseHeaders, status } = message;
  if (isRedirect(message)) {
    const sent = location?.searchParams;
    if (sent?.has('error')) return errorFrom((name) => sent.get(name));
    return location?.pathname.startsWith('/problem/') ? {} : undefined;
  }
  if (status < 400) return undefined;
  if (json.error !== undefined) return errorFrom((name) => json[name]);
  const challenge = headerOf(responseHeaders, 'www-authenticate') ?? '';
  return errorFrom((name) => RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1]);
}

function errorFrom(read: (name: string) => unknown): ErrorAnswer {
  const text = (name: string) => {
    const value = read(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [error, description, uri] = ['error', 'error_description', 'error_uri'].map(text);
  return {
    ...(error && { error }),
    ...(description && { description }),
    ...(uri && { uri }),
  };
}
