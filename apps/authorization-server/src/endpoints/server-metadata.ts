/**
 * GET /.well-known/oauth-authorization-server
 * GET /.well-known/openid-configuration
 *
 * What this server can do and where: exactly what is implemented, no more. A
 * client needs to be told the issuer and nothing else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-2
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata
 */
import type { AuthorizationServerMetadata } from '@four-roles/protocol/authorization-server-metadata';
import { signingAlgorithm } from '@four-roles/protocol/signing-key';
import type { Handler } from 'hono';
import {
  authenticationMethods,
  confidentialMethods,
} from '../client-authentication/methods.ts';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { type ProtectedResource, scopesOf } from '../resources.ts';
import { grantTypes } from './token.ts';

export function serverMetadata(
  issuer: string,
  resourceServer: string,
  resources: ProtectedResource[],
): Handler {
  const metadata: AuthorizationServerMetadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    registration_endpoint: `${issuer}/register`,
    acorn_revocations_endpoint: `${issuer}/revocations`,
    userinfo_endpoint: `${resourceServer}/user/userinfo`,
    end_session_endpoint: `${issuer}/logout`,
    scopes_supported: scopesOf(resources),
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: grantTypes,
    token_endpoint_auth_methods_supported: [...authenticationMethods],
    token_endpoint_auth_signing_alg_values_supported: [signingAlgorithm],
    introspection_endpoint_auth_methods_supported: [...confidentialMethods],
    introspection_endpoint_auth_signing_alg_values_supported: [signingAlgorithm],
    revocation_endpoint_auth_methods_supported: [...authenticationMethods],
    revocation_endpoint_auth_signing_alg_values_supported: [signingAlgorithm],
    code_challenge_methods_supported: ['S256'],
    prompt_values_supported: ['none', 'login', 'consent'],
    authorization_response_iss_parameter_supported: true,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [signingAlgorithm],
    claims_supported: [
      'iss',
      'sub',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'nonce',
      'at_hash',
    ],
    protected_resources: resources.map((one) => one.resource),
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    service_documentation: `${issuer}/`,
  };
  const headers = { ...anyOrigin, 'Cache-Control': 'public, max-age=300' };
  return () => jsonResponse(metadata, 200, headers);
}
