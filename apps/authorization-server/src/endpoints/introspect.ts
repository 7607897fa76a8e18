/**
 * POST /introspect
 *
 * A resource server asks whether a token is still good. Whatever is wrong with
 * it, the answer is the same and says nothing else.
 *
 *     POST /introspect HTTP/1.1
 *     Authorization: Basic YWNvcm4tYXBpczo...
 *     Content-Type: application/x-www-form-urlencoded
 *
 *     token=eyJ...
 *
 *     {"active":true,"sub":"acct_...","client_id":"briefing","scope":"openid profile",...}
 *     {"active":false}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { IntrospectionResponse } from '@four-roles/protocol/token-messages';
import type { Handler } from 'hono';
import type { CryptoKey } from 'jose';
import type { AuthenticateClient } from '../client-authentication.ts';
import { readForm } from '../form.ts';
import { jsonResponse } from '../json-response.ts';
import * as rules from '../rules/token-status.ts';
import { type Client, isPublic } from '../storage/clients.ts';
import type { Storage } from '../storage/storage.ts';
import { findToken, refuseRevoked } from '../token-status.ts';

export function introspect(
  issuer: string,
  publicKey: CryptoKey,
  authenticate: AuthenticateClient,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Who is asking? Not just anybody.
    const parameters = readParameters(await readForm(c));
    const client = await authenticate(c, parameters);
    check(rules.introspectionByConfidentialClient, !isPublic(client));

    // 2. About what? `token_type_hint` is only a hint, and none is needed.
    const token = parameters.get('token');
    check(rules.tokenSent, token !== undefined);

    // 3. Whatever is wrong with the token, it is not active, and no more is said.
    try {
      return jsonResponse(await describeActiveToken(token, client));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return jsonResponse({ active: false } satisfies IntrospectionResponse);
    }
  };

  async function describeActiveToken(
    token: string,
    asking: Client,
  ): Promise<IntrospectionResponse> {
    // 4. A token of ours, that this client may know of, neither expired nor revoked.
    const found = await findToken(token, issuer, publicKey, storage);
    const { claims } = found;
    check(
      rules.tokenMayBeSeen,
      asking.isResourceServer || claims.client_id === asking.clientId,
      { expected: claims.client_id, received: asking.clientId },
    );
    check(rules.tokenNotExpired, seconds(clock) < claims.exp, {
      expected: `before ${claims.exp}`,
      received: seconds(clock),
    });
    await refuseRevoked(found, storage);
    const token_type = found.kind === 'access_token' ? 'Bearer' : 'refresh_token';
    return { active: true, token_type, ...claims };
  }
}
