/**
 * What the authorization server registered, which need not be what it was
 * asked for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-3
 */
import { endpointsOverTls } from '@four-roles/protocol/authorization-server-metadata';
import { isProtected } from '@four-roles/protocol/loopback';
import { check } from '@four-roles/protocol/rule';
import { isSubset, parseScope } from '@four-roles/protocol/scope';
import { z } from 'zod';
import {
  clientSecretGiven,
  registeredMethodIsAsked,
  registeredScopeSuffices,
  registrationResponseWellFormed,
  secretExpiryStated,
} from '../rules/registration-response.ts';

const clientInformation = z.object({
  client_id: z.string().min(1),
  client_id_issued_at: z.number().optional(),
  client_secret: z.string().min(1).optional(),
  client_secret_expires_at: z.number().optional(),
  token_endpoint_auth_method: z.string().default('client_secret_basic'),
  scope: z.string().default(''),
  registration_access_token: z.string().min(1).optional(),
  registration_client_uri: z.url().optional(),
});

/** @throws {OAuthError} invalid_response */
export function judgeRegistration(
  answer: unknown,
  asked: { token_endpoint_auth_method: string; scope: string },
) {
  // 1. It is a registration.
  const read = clientInformation.safeParse(answer);
  check(registrationResponseWellFormed, read.success, {
    expected: 'JSON with a client_id',
    received: read.error?.issues.map((issue) => issue.path.join('.')).join(', '),
  });
  const { scope, token_endpoint_auth_method, client_secret_expires_at, ...given } =
    read.data;

  // 2. The client will prove itself as it wanted to.
  const method = asked.token_endpoint_auth_method;
  check(registeredMethodIsAsked, token_endpoint_auth_method === method, {
    expected: method,
    received: token_endpoint_auth_method,
  });

  // 3. It has a secret where it needs one, and knows for how long.
  const { client_secret } = given;
  const needsSecret = method === 'client_secret_basic';
  check(clientSecretGiven, !needsSecret || client_secret !== undefined, {
    expected: 'a client_secret',
  });
  const unlimited = client_secret !== undefined && client_secret_expires_at === undefined;
  check(secretExpiryStated, !unlimited, { expected: 'client_secret_expires_at' });

  // 4. It may do all of its work.
  const suffices = isSubset(parseScope(asked.scope), parseScope(scope));
  check(registeredScopeSuffices, suffices, { expected: asked.scope, received: scope });

  // 5. The registration access token will travel to an address that is protected.
  const address = given.registration_client_uri;
  check(endpointsOverTls, !address || isProtected(new URL(address)), {
    expected: 'https, or an address on this machine',
    received: address,
  });

  return given;
}
