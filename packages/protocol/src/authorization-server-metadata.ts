/**
 * What an authorization server says of itself, so that a client needs no more
 * than its issuer.
 *
 *     GET /.well-known/oauth-authorization-server
 *     GET /.well-known/openid-configuration
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-2
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata
 */
import { isProtected } from './loopback.ts';
import { check, type Rule } from './rule.ts';

export type AuthorizationServerMetadata = {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
  introspection_endpoint: string;
  revocation_endpoint: string;
  registration_endpoint: string;
  /** Ours: RFC 8414, section 2, allows members that it does not name. */
  acorn_revocations_endpoint: string;
  userinfo_endpoint: string;
  end_session_endpoint: string;
  scopes_supported: string[];
  response_types_supported: string[];
  response_modes_supported: string[];
  grant_types_supported: string[];
  token_endpoint_auth_methods_supported: string[];
  token_endpoint_auth_signing_alg_values_supported: string[];
  introspection_endpoint_auth_methods_supported: string[];
  introspection_endpoint_auth_signing_alg_values_supported: string[];
  revocation_endpoint_auth_methods_supported: string[];
  revocation_endpoint_auth_signing_alg_values_supported: string[];
  code_challenge_methods_supported: string[];
  prompt_values_supported: string[];
  authorization_response_iss_parameter_supported: boolean;
  subject_types_supported: string[];
  id_token_signing_alg_values_supported: string[];
  claims_supported: string[];
  protected_resources: string[];
  request_parameter_supported: boolean;
  request_uri_parameter_supported: boolean;
  service_documentation: string;
};

/**
 * Where the metadata of an issuer is: the well-known part stands between the
 * host and the path of the issuer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3.1
 */
export function authorizationServerMetadataUrl(issuer: string): string {
  const { origin, pathname } = new URL(issuer);
  const path = pathname === '/' ? '' : pathname;
  return `${origin}/.well-known/oauth-authorization-server${path}`;
}

export const metadataIssuerMatches: Rule = {
  id: 'metadata-issuer-matches',
  spec: 'RFC 8414, section 3.3',
  level: 'MUST',
  says: 'The issuer in the metadata is the issuer that was asked for it.',
  stops:
    'Somebody else describes themselves in the place of the server that was asked: their keys are trusted, and codes, tokens and secrets are sent to their endpoints.',
  fix: 'Make the issuer in the metadata and the configured one equal, character by character: host name, port and a slash at the end count.',
  error: 'invalid_response',
};

export const endpointsOverTls: Rule = {
  id: 'endpoints-over-tls',
  spec: 'RFC 6749, section 3.2',
  level: 'MUST',
  says: 'Every endpoint is reached over https, or is on this machine.',
  stops:
    'Whoever listens on the network reads codes, tokens and secrets, or answers with keys of their own.',
  fix: 'Name endpoints with https in the metadata, or on localhost.',
  error: 'invalid_response',
};

/**
 * What everybody who reads the metadata of an authorization server demands of
 * it before they use an address in it.
 *
 * @param issuer whom the metadata was asked for
 * @param endpoints the addresses in it that will be used
 * @throws {OAuthError} invalid_response
 */
export function judgeServerMetadata(
  issuer: string,
  metadata: Pick<AuthorizationServerMetadata, 'issuer'>,
  endpoints: string[],
): void {
  // 1. It speaks for the issuer that was asked (RFC 8414, section 3.3).
  check(metadataIssuerMatches, metadata.issuer === issuer, {
    expected: issuer,
    received: metadata.issuer,
  });

  // 2. Codes, tokens and secrets will travel there (RFC 6749, section 3.2).
  const exposed = endpoints.find((address) => !isProtected(new URL(address)));
  check(endpointsOverTls, exposed === undefined, {
    expected: 'https, or an address on this machine',
    received: exposed,
  });
}
