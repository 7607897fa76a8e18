/**
 * What the client registration endpoint and the client configuration endpoint
 * receive and answer, as it travels.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */

/** What a client says of itself; what it leaves out has a default, or is not so. */
export type ClientMetadata = {
  client_name?: string;
  client_uri?: string;
  /** Ours: what it is for, in a sentence or two. */
  description?: string;
  /** `web` and `native` are OpenID Connect's, `browser` and `service` are ours. */
  application_type?: string;
  redirect_uris?: string[];
  post_logout_redirect_uris?: string[];
  grant_types?: string[];
  response_types?: string[];
  token_endpoint_auth_method?: string;
  /** Space-delimited: all that it may ever ask for. */
  scope?: string;
  /** Its public keys, where it signs. */
  jwks?: { keys: PublicKeyMembers[] };
  jwks_uri?: string;
};

/** The members of a public key on an elliptic curve that are kept. */
export type PublicKeyMembers = {
  kty: string;
  crv?: string;
  x?: string;
  y?: string;
  kid?: string;
  alg?: string;
  use?: string;
};

/**
 * The answer to a registration, and to reading or changing one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-3
 */
export type ClientInformationResponse = ClientMetadata & {
  client_id: string;
  /** Seconds since the epoch. */
  client_id_issued_at: number;
  /** Where it was issued just now: it is never told again. */
  client_secret?: string;
  /** Beside a `client_secret`; 0 says that it does not expire. */
  client_secret_expires_at?: number;
  registration_client_uri: string;
  registration_access_token: string;
};

/** Ours: the answer to a client that asked for a new secret. */
export type NewSecretResponse = {
  client_secret: string;
  client_secret_expires_at: number;
  /** Seconds since the epoch: until then the one that it replaces works on. */
  previous_secret_expires_at: number;
};
