/**
 * GET /user/userinfo (or POST)
 *
 * Who signed in: as much of it as the person let this app know.
 *
 *     GET /user/userinfo
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "sub": "acct_...", "name": "Ada Lovelace", "given_name": "Ada",
 *       "picture": "http://localhost:9002/pictures/ada.svg",
 *       "email": "ada@acorn.example", "email_verified": true }
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfo
 */
import type { Context } from 'hono';
import type { Admit } from '../access/admit.ts';
import { personBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { user } from '../resources.ts';
import type { People } from '../storage/people.ts';

/** @param origin the public origin of this server, which serves the pictures too */
export function userinfo(origin: string, admit: Admit, people: People) {
  return async function userinfo(c: Context) {
    // 1. The token lets the client know who the person is.
    const { claims, scopes } = await admit(c, user, 'openid');

    // 2. It speaks for a person of ours.
    const person = await personBehind(claims, people);

    // 3. Each further scope adds its claims (OpenID Connect Core 1.0, section 5.4).
    return jsonResponse({
      sub: person.sub,
      ...(scopes.includes('profile') && {
        name: person.name,
        given_name: person.given_name,
        picture: `${origin}${person.picture_path}`,
      }),
      ...(scopes.includes('email') && { email: person.email, email_verified: true }),
    });
  };
}
