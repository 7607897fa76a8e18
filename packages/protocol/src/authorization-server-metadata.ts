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
export type AuthorizationServerMetadata = {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
  introspection_endpoint: string;
  revocation_endpoint: string;
  userinfo_endpoint: string;
  end_session_endpoint: string;
  scopes_supported: string[];
  response_types_supported: string[];
  response_modes_supported: string[];
  grant_types_supported: string[];
  token_endpoint_auth_methods_supported: string[];
  introspection_endpoint_auth_methods_supported: string[];
  revocation_endpoint_auth_methods_supported: string[];
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
