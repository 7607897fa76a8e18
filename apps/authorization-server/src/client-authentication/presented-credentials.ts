/**
 * What a request brings along for its client: its name, and credentials of at
 * most one kind. Whether they are any good is another question.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3
 */
import { parseBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { clientAssertionType } from '@four-roles/protocol/client-assertion';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { assertionIsJwt, assertionTypeIsJwtBearer } from '../rules/client-assertion.ts';
import * as rules from '../rules/client-authentication.ts';
import type { PresentedAssertion } from './client-assertion.ts';
import type { ClientAuthenticationMethod } from './methods.ts';

type PresentedCredentials = {
  method: ClientAuthenticationMethod;
  clientId: string | undefined;
  secret?: string | undefined;
  assertion?: PresentedAssertion | undefined;
};

const secretParameters = [
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'refresh_token',
  'token',
];

/** @throws {OAuthError} invalid_client, invalid_request */
export function readCredentials(
  c: Context,
  parameters: Parameters,
): PresentedCredentials {
  // 1. Nothing secret in the URI, where logs would keep it.
  const inUri = secretParameters.find((name) => c.req.query(name) !== undefined);
  check(rules.credentialsNotInUri, inUri === undefined, { received: inUri });

  // 2. One method.
  const header = c.req.header('authorization');
  const bodySecret = parameters.get('client_secret');
  const jwt = parameters.get('client_assertion');
  const assertionType = parameters.get('client_assertion_type');
  const methods: ClientAuthenticationMethod[] = [];
  if (header !== undefined) methods.push('client_secret_basic');
  if (bodySecret !== undefined) methods.push('client_secret_post');
  if (jwt !== undefined || assertionType !== undefined) methods.push('private_key_jwt');
  check(rules.oneAuthenticationMethod, methods.length <= 1, {
    expected: 'one method',
    received: methods,
  });

  // 3. Who it says it is.
  const basic = header === undefined ? undefined : parseBasicCredentials(header);
  check(rules.basicCredentialsWellFormed, header === undefined || basic !== undefined);
  const method = methods[0] ?? 'none';
  const assertion =
    method === 'private_key_jwt' ? readAssertion(jwt, assertionType) : undefined;
  const speaker = basic?.client_id ?? subjectOf(assertion);
  const bodyId = parameters.get('client_id');
  check(rules.clientIdAgrees, !speaker || !bodyId || speaker === bodyId, {
    expected: speaker,
    received: bodyId,
  });
  const secret = basic?.client_secret ?? bodySecret;
  return { method, clientId: speaker ?? bodyId, secret, assertion };
}

function readAssertion(
  jwt: string | undefined,
  type: string | undefined,
): PresentedAssertion {
  check(assertionTypeIsJwtBearer, type === clientAssertionType, {
    expected: clientAssertionType,
    received: type,
  });
  const decoded = decodeUnverified(jwt ?? '');
  check(assertionIsJwt, decoded !== undefined);
  return { jwt: jwt ?? '', decoded };
}

/** Whatever a claim is called, its value may be of any type. */
function subjectOf(assertion: PresentedAssertion | undefined): string | undefined {
  const sub: unknown = assertion?.decoded.claims.sub;
  return typeof sub === 'string' ? sub : undefined;
}
