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
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { IntrospectionResponse } from '@four-roles/protocol/token-messages';
import type { Handler } from 'hono';
import type { DescribeActiveToken } from '../active-token.ts';
import { isPublic } from '../client-authentication/methods.ts';
import type { AuthenticateClient } from '../client-authentication.ts';
import { jsonResponse } from '../json-response.ts';
import { readForm } from '../request-body.ts';
import * as rules from '../rules/token-status.ts';

export function introspect(
  describeToken: DescribeActiveToken,
  authenticate: AuthenticateClient,
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
      return jsonResponse(await describeToken(token, client));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return jsonResponse({ active: false } satisfies IntrospectionResponse);
    }
  };
}
