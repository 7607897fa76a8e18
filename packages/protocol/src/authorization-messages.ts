/**
 * The two messages that pass through the browser, as they travel.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1
 */

/** Client -> browser -> authorization server, in the query of `/authorize`. */
export type AuthorizationRequest = {
  response_type: 'code';
  client_id: string;
  redirect_uri: string;
  scope: string;
  /** Comes back unchanged: ties the answer to the browser that asked. */
  state: string;
  /** Comes back inside the ID token: ties it to this request. */
  nonce: string;
  code_challenge: string;
  code_challenge_method: 'S256';
  /** The protected resource the token is for (RFC 8707). */
  resource: string;
  prompt?: string;
};

/** Authorization server -> browser -> client, in the query of the redirect URI. */
export type AuthorizationResponse =
  | { code: string; state?: string; iss: string }
  | {
      error: string;
      error_description?: string;
      error_uri?: string;
      state?: string;
      iss: string;
    };
