/**
 * What the token endpoint, the introspection endpoint and the revocation
 * endpoint receive and answer, as it travels.
 */

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

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export type ErrorResponse = {
  error: string;
  error_description?: string;
  error_uri?: string;
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
