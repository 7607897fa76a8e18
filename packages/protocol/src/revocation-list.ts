/**
 * What was taken back while access tokens of it may still be alive: a resource
 * server that has this list can judge every token by itself.
 *
 *     POST /revocations
 *     Authorization: Basic YWNvcm4tYXBpczo...
 *
 *     { "as_of": 1795780800, "tokens": ["k3J..."], "grants": ["Zk4..."],
 *       "clients": [{ "client_id": "nightly", "revoked_at": 1795780790 }] }
 *
 * This exchange is ours and not a standard: how a resource server learns of a
 * revocation without asking about each token is left to its deployment.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-3
 */
export type RevocationList = {
  /** When it was true, in seconds since the epoch. */
  as_of: number;
  /** Single access tokens, by their `jti`. */
  tokens: string[];
  /** Grants that have ended, with every access token whose `jti` names one of them. */
  grants: string[];
  /** Clients whose access tokens are dead, if their `iat` is not after `revoked_at`. */
  clients: { client_id: string; revoked_at: number }[];
};

/**
 * The name of an access token. That of one which came from a grant begins with
 * the id of the grant, so that the token ends with it although it is not stored.
 *
 * @param unique what no other token has in its name
 */
export function tokenName(unique: string, grantId: string | undefined): string {
  return grantId ? `${grantId}.${unique}` : unique;
}

/** The grant that a token came from, by its `jti`; `undefined` for a machine's token. */
export function grantOfToken(jti: string): string | undefined {
  return jti.includes('.') ? jti.slice(0, jti.indexOf('.')) : undefined;
}
