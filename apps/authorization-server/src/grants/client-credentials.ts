/**
 * grant_type=client_credentials: a machine asks in its own name. No person
 * takes part, so nobody is asked: what it may do was assigned beforehand.
 *
 *     POST /token
 *     Authorization: Basic ...
 *
 *     grant_type=client_credentials&scope=contacts.read
 *     &resource=http://localhost:9002/business/contacts
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import { isScope, isSubset, parseScope } from '@four-roles/protocol/scope';
import { chooseResource } from '../choose-resource.ts';
import { isPublic } from '../client-authentication/methods.ts';
import type { ProtectedResource } from '../resources.ts';
import * as rules from '../rules/client-credentials.ts';
import { scopeWellFormed } from '../rules/scope-and-resource.ts';
import type { Client } from '../storage/clients.ts';
import type { Granted } from './granted.ts';

/** @throws {OAuthError} unauthorized_client, invalid_scope, invalid_target */
export async function clientCredentialsGrant(
  parameters: Parameters,
  client: Client,
  resources: ProtectedResource[],
): Promise<Granted> {
  // 1. A client that can keep a secret.
  check(rules.clientCredentialsForConfidentialClients, !isPublic(client));

  // 2. Scopes that were assigned to it.
  const scope = parameters.get('scope');
  check(rules.scopeGiven, scope !== undefined);
  check(scopeWellFormed, isScope(scope ?? ''), { received: scope });
  const scopes = parseScope(scope);
  check(rules.scopeAssignedToClient, isSubset(scopes, client.scopes), {
    expected: client.scopes,
    received: scopes,
  });

  // 3. One resource.
  const resource = chooseResource(parameters.getAll('resource'), scopes, resources);

  // 4. No refresh token: the client can ask again whenever it likes (section 4.4.3).
  return { subject: client.clientId, clientId: client.clientId, scopes, resource };
}
