/**
 * The record of security events: who was let in, what was issued, changed and
 * taken back, and what was refused and why. It is only ever added to: triggers
 * in the database see to that.
 *
 * What changed something is on disk before the request is answered. Tokens that
 * were issued and requests that were refused are many: they are written a
 * quarter of a second later, in batches, so a process that is killed (`kill
 * -9`) loses those of its last quarter of a second, and of refusals that were
 * repeated, the count of the last minute. One that is told to stop loses none.
 *
 * No event has a member for a secret, a token, a code or a password. A refusal
 * is recorded with its rule and without what was received: that may be a
 * password that somebody pasted into the wrong field. So a `client_id` or a
 * username that nobody has is not recorded either.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { currentTraceId } from '@four-roles/protocol/trace-context';
import type { Client } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';

/** The application that an event is about, and whose it is. */
type Concerned = Pick<Client, 'clientId' | 'owner'>;

/** What changed something, or let somebody in: written at once. */
type Change =
  | {
      event:
        | 'client_registered'
        | 'client_updated'
        | 'client_secret_rotated'
        | 'client_suspended'
        | 'client_resumed'
        | 'client_deleted';
      client: Concerned;
      /** The person who did it in the console; missing where the client did it itself. */
      subject?: string;
    }
  | {
      event: 'initial_access_token_issued' | 'initial_access_token_removed';
      subject: string;
    }
  | { event: 'token_revoked'; client: Concerned; subject: string; jti: string; by: By }
  | { event: 'grant_revoked'; client: Concerned; subject: string; by: By | 'replay' }
  | { event: 'signed_in' | 'signed_out'; subject: string }
  | { event: 'consent_given'; client: Concerned; subject: string; scope: string }
  | { event: 'consent_denied'; client: Concerned; subject: string }
  | {
      event: 'signing_key_rotated' | 'signing_key_withdrawn';
      /** The operator; missing where it was a command on this machine. */
      subject?: string;
      kid: string;
    };

/** Who took something back. */
type By = 'client' | 'person' | 'developer';

/** One for each access token. */
type Issued = {
  event: 'token_issued';
  client: Concerned;
  subject: string;
  jti: string;
  scope: string;
  resource: string;
  grant_type: string;
  /** Seconds since the epoch. */
  expires_at: number;
};

type Refusal =
  | {
      event: 'request_refused';
      client?: Concerned | undefined;
      /** The id of the rule; missing where no rule was broken. */
      rule?: string | undefined;
      /** As in the route table: `POST /token`. */
      endpoint: string;
      error: string;
    }
  | { event: 'sign_in_refused'; subject?: string | undefined; rule?: string | undefined };

type SecurityEvent = Change | Issued | Refusal;
export type EventName = SecurityEvent['event'];

/** Add an event to the record. */
export async function record(
  event: SecurityEvent,
  storage: Storage,
  clock: Clock,
): Promise<void> {
  const row = rowOf(event, seconds(clock));
  if (event.event === 'token_issued') return storage.gatherSecurityEvent(row);
  if (event.event.endsWith('_refused')) return storage.countRefusal(row);
  return storage.keepSecurityEvent(row);
}

function rowOf(
  recorded: SecurityEvent,
  at: number,
): Parameters<Storage['keepSecurityEvent']>[0] {
  const { event, client, subject, jti, rule, ...details } = recorded as Members;
  return {
    ...{ at, event, details, count: 1 },
    traceId: currentTraceId() ?? null,
    clientId: client?.clientId ?? null,
    owner: client?.owner ?? null,
    subject: subject ?? null,
    jti: jti ?? null,
    rule: rule ?? null,
  };
}

/** What has a column of its own; the rest is details. */
type Members = {
  event: EventName;
  client?: Concerned;
  subject?: string;
  jti?: string;
  rule?: string;
};
