import type { Credentials } from './credentials.ts';

/** With what a client looks after its own registration (RFC 7592, section 1.2). */
export type Management = { uri: string; token: string };

/** `undefined` for credentials that somebody else looks after. */
export function managementOf(credentials: Credentials): Management | undefined {
  const { registration_client_uri: uri, registration_access_token: token } = credentials;
  return uri && token ? { uri, token } : undefined;
}
