/**
 * The door of every protected endpoint: which token came, whether it is good
 * for this resource, and whether it allows this operation.
 *
 *     GET /user/messages
 *     Authorization: Bearer eyJ...
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750
 */
import type { AccessTokenClaims } from '@four-roles/protocol/access-token';
import { parseBearer } from '@four-roles/protocol/bearer';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { type ProtectedResource, resourceIdentifier } from '../resources.ts';
import { scopeCoversRequest } from '../rules/permission.ts';
import {
  accessTokenPresented,
  bearerCredentialsWellFormed,
} from '../rules/presented-token.ts';
import type { JudgeToken } from './judge-token.ts';
import type { RefuseRevoked } from './revocation-check.ts';

/** Who asks: the claims of a good token, and its scope as a list. */
export type Admitted = { claims: AccessTokenClaims; scopes: string[] };

/** @throws {OAuthError} */
export type Admit = (
  c: Context,
  resource: ProtectedResource,
  requiredScope: string,
) => Promise<Admitted>;

/** @param origin the public origin of this server */
export function admission(
  origin: string,
  judgeToken: JudgeToken,
  refuseRevoked: RefuseRevoked,
): Admit {
  return async function admit(c, resource, requiredScope) {
    // 1. A token came.
    const token = presentedToken(c);

    // 2. It is good, here and now, and nobody has taken it back.
    const good = await judgeToken(token, [resourceIdentifier(origin, resource)]);
    await refuseRevoked(good);
    const { claims } = good;

    // 3. It allows this.
    const scopes = claims.scope?.split(' ') ?? [];
    c.set('requiredScope', requiredScope);
    check(scopeCoversRequest, scopes.includes(requiredScope), {
      expected: requiredScope,
      received: claims.scope,
    });
    return { claims, scopes };
  };
}

/**
 * The token comes in the header. One in the query or in a form is not looked
 * at: it would be in histories and logs (RFC 9700, section 4.3.2).
 *
 * @throws {OAuthError} authentication_required, invalid_request
 */
export function presentedToken(c: Context): string {
  const token = parseBearer(c.req.header('Authorization'));
  check(accessTokenPresented, token !== undefined);
  check(bearerCredentialsWellFormed, token !== '');
  return token;
}
