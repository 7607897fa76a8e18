/**
 * What the token endpoint, the introspection endpoint and the revocation
 * endpoint receive and answer, as it travels.
 */
import type { Rule } from './rule.ts';

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
export type TokenResponse = {
  access_token: string;
  token_type: 'Bearer';
  /** Seconds from now. */
  expires_in: number;
  /** Space-delimited: what was granted, which may be less than was asked for. */
  scope: string;
  refresh_token?: string;
  id_token?: string;
};

export const tokenResponseWellFormed: Rule = {
  id: 'token-response-well-formed',
  spec: 'RFC 6749, section 5.1',
  level: 'MUST',
  says: 'The token response is a JSON object with an access_token and a token_type.',
  stops: 'The client takes the page of some proxy for a token.',
  fix: 'Answer with a JSON object that has access_token and token_type; look for a proxy that put a page of its own in the way.',
  error: 'invalid_response',
  structural: true,
};

export const tokenIsBearer: Rule = {
  id: 'token-is-bearer',
  spec: 'RFC 6749, section 7.1',
  level: 'MUST',
  says: 'The token is of the one type that the client knows how to use: Bearer.',
  stops: 'A token that must be proved at each use is sent bare, and gives itself away.',
  fix: 'Issue Bearer tokens to this client: it cannot prove possession of a key, as a DPoP token demands.',
  error: 'invalid_response',
};

/** @see https://www.rfc-editor.org/rfc/rfc7662#section-2.2 */
export type IntrospectionResponse =
  | { active: false }
  | {
      active: true;
      iss: string;
      sub: string;
      aud: string;
      client_id: string;
      scope: string;
      token_type: 'Bearer' | 'refresh_token';
      iat: number;
      exp: number;
      jti?: string;
    };
