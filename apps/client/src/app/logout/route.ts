/**
 * POST /logout
 *
 * Sign out: the refresh token is revoked, the session here is over. The page
 * that follows offers to sign out of Acorn as well.
 *
 * ```http
 * POST /logout HTTP/1.1
 * Host: localhost:9000
 * Origin: http://localhost:9000
 * Cookie: briefing_session=...
 *
 * HTTP/1.1 303 See Other
 * Location: http://localhost:9000/signed-out
 * Set-Cookie: briefing_session=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009
 */
import { origin } from '../../config.ts';
import { orProblemPage, seeOther } from '../../problems/or-problem-page.ts';
import { clearCookie, sessionCookie } from '../../session/cookies.ts';
import { currentSession } from '../../session/current-session.ts';
import { checkSameSite } from '../../session/same-site.ts';
import { signOut } from '../../session/sign-out.ts';
import { removeDraft } from '../../storage/drafts.ts';

export async function POST(request: Request): Promise<Response> {
  return orProblemPage(request, async () => {
    // 1. A page of this app asks for it.
    checkSameSite(request);

    // 2. Revoke, and forget. A person who is not signed in any more is signed out.
    const session = await currentSession(request.headers.get('Cookie'));
    if (typeof session === 'object') await removeDraft(session.sub);
    const heard = typeof session !== 'object' || (await signOut(session));

    // 3. Offer to end it at Acorn too.
    const address = heard ? '/signed-out' : '/signed-out?acorn=away';
    return seeOther(`${origin}${address}`, clearCookie(sessionCookie));
  });
}
