/**
 * POST /token
 *
 * The client, not the browser, comes here: it proves who it is and trades what
 * it was granted for tokens.
 *
 *     POST /token HTTP/1.1
 *     Authorization: Basic YnJpZWZpbmc6...
 *     Content-Type: application/x-www-form-urlencoded
 *
 *     grant_type=authorization_code&code=...&redirect_uri=...&code_verifier=...
 *
 *     HTTP/1.1 200 OK
 *     Cache-Control: no-store
 *
 *     {"access_token":"eyJ...","token_type":"Bearer","expires_in":600,"scope":"openid profile"}
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import type { AuthenticateClient } from '../client-authentication.ts';
import { authorizationCodeGrant } from '../grants/authorization-code.ts';
import { clientCredentialsGrant } from '../grants/client-credentials.ts';
import type { Granted } from '../grants/granted.ts';
import { refreshTokenGrant } from '../grants/refresh-token.ts';
import { issueTokens } from '../issue-tokens.ts';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { readForm } from '../request-body.ts';
import type { ProtectedResource } from '../resources.ts';
import {
  grantTypeAllowed,
  grantTypeSent,
  grantTypeSupported,
} from '../rules/token-request.ts';
import { record } from '../security-record.ts';
import type { KeyRing } from '../signing-keys/key-ring.ts';
import type { Storage } from '../storage/storage.ts';

export const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'];

export function token(
  issuer: string,
  keys: KeyRing,
  secret: string,
  resources: ProtectedResource[],
  authenticate: AuthenticateClient,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Read the parameters, each of which may stand there once.
    const parameters = readParameters(await readForm(c), ['resource']);

    // 2. Who is asking?
    const client = await authenticate(c, parameters);

    // 3. May it ask in this way?
    const grantType = parameters.get('grant_type');
    check(grantTypeSent, grantType !== undefined);
    check(grantTypeSupported, grantTypes.includes(grantType), {
      expected: grantTypes,
      received: grantType,
    });
    check(grantTypeAllowed, client.grantTypes.includes(grantType), {
      expected: client.grantTypes,
      received: grantType,
    });

    // 4. What was granted?
    let granted: Granted;
    if (grantType === 'authorization_code') {
      granted = await authorizationCodeGrant(parameters, client, storage, clock);
    } else if (grantType === 'refresh_token') {
      granted = await refreshTokenGrant(parameters, client, storage, clock, secret);
    } else {
      granted = await clientCredentialsGrant(parameters, client, resources);
    }

    // 5. Issue it, and say so in the record.
    const key = await keys.signing();
    const { response, claims } = issueTokens(granted, issuer, key, seconds(clock));
    const { sub: subject, aud: resource, jti, scope, exp: expires_at } = claims;
    const token = { client, subject, jti, scope, resource, expires_at };
    const issued = { event: 'token_issued', ...token, grant_type: grantType } as const;
    await record(issued, storage, clock);
    return jsonResponse(response, 200, anyOrigin);
  };
}
