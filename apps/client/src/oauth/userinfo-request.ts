/**
 * GET /user/userinfo
 *
 * The name and the picture of the person who signed in, as far as they agreed.
 *
 * ```http
 * GET /user/userinfo HTTP/1.1
 * Host: localhost:9002
 * Authorization: Bearer eyJ...
 *
 * HTTP/1.1 200 OK
 * Content-Type: application/json
 *
 * {"sub": "acct_...", "name": "Ada Lovelace", "picture": "http://localhost:9002/pictures/..."}
 * ```
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfo
 */
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { resourceServer } from '../config.ts';
import {
  pictureFromResourceServer,
  userinfoSameSubject,
  userinfoWellFormed,
} from '../rules/api-call.ts';
import type { Secret } from '../secret.ts';
import type { Person } from '../storage/sessions.ts';
import { callApi } from './api-call.ts';

const userinfo = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  picture: z.string().optional(),
});

/**
 * @param sub the subject of the ID token
 * @throws {Unreachable} where there is no answer
 * @throws {Refused} where the API refuses the token
 * @throws {OAuthError} invalid_response
 */
export async function requestUserinfo(
  userinfoEndpoint: string,
  accessToken: Secret,
  sub: string,
): Promise<Person> {
  // 1. Ask, with the access token; the ID token is for this client alone.
  const answer = userinfo.safeParse(
    await callApi(new URL(userinfoEndpoint), accessToken),
  );

  // 2. It is about somebody (OpenID Connect Core, section 5.3.2).
  check(userinfoWellFormed, answer.success, {
    expected: 'JSON with sub',
    received: 'something else',
  });
  const { name, email, picture } = answer.data;

  // 3. It is about the person who signed in (OpenID Connect Core, section 5.3.2).
  check(userinfoSameSubject, answer.data.sub === sub, {
    expected: sub,
    received: answer.data.sub,
  });

  // 4. Nobody else learns when the picture is looked at.
  const local = picture === undefined || picture.startsWith(`${resourceServer}/`);
  check(pictureFromResourceServer, local, {
    expected: `${resourceServer}/...`,
    received: picture,
  });

  return { sub, name: name ?? null, email: email ?? null, picture: picture ?? null };
}
