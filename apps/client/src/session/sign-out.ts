import { issuer } from '../config.ts';
import { discover } from '../oauth/authorization-server-metadata.ts';
import { revokeRefreshToken } from '../oauth/revocation-request.ts';
import { removeSession, type Session, type Tokens } from '../storage/sessions.ts';

/**
 * End a session here, and tell the authorization server that its refresh token
 * is not needed any more.
 *
 * @returns whether the server has heard it; the session ends here either way
 */
export async function signOut(session: Session): Promise<boolean> {
  await removeSession(session.id);
  return giveBack(session.tokens);
}

/**
 * Revoke tokens that nobody will use.
 *
 * @returns whether the server has heard it
 */
export async function giveBack({ refreshToken }: Tokens): Promise<boolean> {
  if (!refreshToken) return true;
  try {
    const { revocation_endpoint } = await discover(issuer);
    await revokeRefreshToken(revocation_endpoint, refreshToken);
    return true;
  } catch (error) {
    console.error(`A refresh token was not revoked: ${String(error)}`);
    return false;
  }
}
