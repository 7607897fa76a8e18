/** What a grant leads to: the facts from which tokens are made. */
export type Granted = {
  /** The person; in a client credentials grant, the client itself. */
  subject: string;
  clientId: string;
  scopes: string[];
  /** The one protected resource the access token is for. */
  resource: string;
  /** What a person agreed to, by which all its tokens can be revoked. */
  grantId?: string;
  /** When the person signed in, in seconds since the epoch. */
  authTime?: number;
  nonce?: string | null;
  refreshToken?: string | undefined;
};
