/**
 * How the worker stands with the authorization server, as its status page and
 * GET /runs tell it: nothing in it is secret.
 */
import { isoTime } from '@four-roles/protocol/clock';
import type { AuthenticationMethod, Credentials } from './credentials.ts';

/** Why it cannot get tokens, in a sentence. */
export type Trouble = {
  state: 'unregistered' | 'refused' | 'deleted';
  reason: string;
};

export type Standing = {
  state: 'registered' | Trouble['state'];
  reason?: string;
  client?: {
    client_id: string;
    token_endpoint_auth_method: AuthenticationMethod;
    /** ISO 8601; `null` where the credentials come from the environment. */
    registered_at: string | null;
  };
  /** Would a restart find the credentials? */
  saved: boolean;
};

/** There is nothing to authenticate with now. The message says why. */
export class NotAccepted extends Error {}

export function standingOf(
  credentials: Credentials | undefined,
  trouble: Trouble | undefined,
  saved: boolean,
): Standing {
  if (credentials === undefined) return { state: 'unregistered', ...trouble, saved };
  const { client_id, token_endpoint_auth_method, client_id_issued_at: at } = credentials;
  const registered_at = at === undefined ? null : isoTime(at);
  return {
    state: 'registered',
    ...trouble,
    client: { client_id, token_endpoint_auth_method, registered_at },
    saved,
  };
}
