/**
 * What a request brings along for its client: its name, and credentials of at
 * most one kind. Whether they are any good is another question.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3
 */
import { parseBasicCredentials } from '@four-roles/protocol/basic-credentials';
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import * as rules from '../rules/client-authentication.ts';
import type { ClientAuthenticationMethod } from '../storage/schema/clients.ts';

export type PresentedCredentials = {
  method: ClientAuthenticationMethod;
  clientId: string | undefined;
  secret?: string | undefined;
};

const secretParameters = [
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
  const methods: ClientAuthenticationMethod[] = [];
  if (header !== undefined) methods.push('client_secret_basic');
  if (bodySecret !== undefined) methods.push('client_secret_post');
  check(rules.oneAuthenticationMethod, methods.length <= 1, {
    expected: 'one method',
    received: methods,
  });

  // 3. Who it says it is.
  const basic = header === undefined ? undefined : parseBasicCredentials(header);
  check(rules.basicCredentialsWellFormed, header === undefined || basic !== undefined);
  const bodyId = parameters.get('client_id');
  check(rules.clientIdAgrees, !basic || !bodyId || basic.client_id === bodyId, {
    expected: basic?.client_id,
    received: bodyId,
  });
  return {
    method: methods[0] ?? 'none',
    clientId: basic?.client_id ?? bodyId,
    secret: basic?.client_secret ?? bodySecret,
  };
}
