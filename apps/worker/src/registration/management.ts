import type { Credentials } from './credentials.ts';

/** With what a client looks after its own registration (RFC 7592, section 1.2). */
export type Management = { uri: string; token: string };

/**
 * The path is the one that the server named; the origin is that of the issuer
 * as it is configured now, which may have moved since, to https or to another
 * port. So the token goes to that issuer and to nobody else.
 *
 * @returns `undefined` for credentials that somebody else looks after
 */
export function managementOf(
  credentials: Credentials,
  issuer: string,
): Management | undefined {
  const { registration_client_uri: uri, registration_access_token: token } = credentials;
  if (!uri || !token) return undefined;
  return { uri: new URL(issuer).origin + new URL(uri).pathname, token };
}
