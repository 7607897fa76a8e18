/** What an authorization server and a protected resource say of themselves. */
import type { Explanations } from './explanation.ts';

const server = 'RFC 8414, section 2';
const provider = 'OpenID Connect Discovery 1.0, section 3';
const resource = 'RFC 9728, section 2';

export const serverMetadataMembers: Explanations = {
  issuer: {
    what: 'The name of the server: the address from which this document follows.',
    why: 'It has to be the one that was asked for it, and it is the iss of everything that the server signs.',
    stops: 'Somebody else would describe themselves in its place.',
    spec: 'RFC 8414, section 3.3',
  },
  authorization_endpoint: { what: 'Where the client sends the browser.', spec: server },
  token_endpoint: { what: 'Where the client redeems codes and refreshes.', spec: server },
  jwks_uri: { what: 'Where the public keys are.', spec: server },
  introspection_endpoint: { what: 'Where to ask whether a token is good.', spec: server },
  revocation_endpoint: { what: 'Where to give a token back.', spec: server },
  registration_endpoint: { what: 'Where a program registers itself.', spec: server },
  acorn_revocations_endpoint: {
    what: 'Where a resource server learns of everything that was revoked; a member of our own.',
    spec: server,
  },
  userinfo_endpoint: {
    what: 'Where to ask who signed in; here, at the resource server.',
    spec: provider,
  },
  end_session_endpoint: {
    what: 'Where the client sends the browser to sign out.',
    spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
  },
  scopes_supported: { what: 'Which scopes there are.', spec: server },
  response_types_supported: { what: 'Which response_type is served.', spec: server },
  response_modes_supported: { what: 'Which response_mode is served.', spec: server },
  grant_types_supported: { what: 'Which grant_type is served.', spec: server },
  token_endpoint_auth_methods_supported: {
    what: 'How a client can authenticate at the token endpoint; none is for public clients.',
    spec: server,
  },
  token_endpoint_auth_signing_alg_values_supported: {
    what: 'With which algorithms a client may sign who it is at the token endpoint.',
    spec: server,
  },
  introspection_endpoint_auth_methods_supported: {
    what: 'How a client can authenticate at the introspection endpoint.',
    spec: server,
  },
  introspection_endpoint_auth_signing_alg_values_supported: {
    what: 'With which algorithms a client may sign who it is at the introspection endpoint.',
    spec: server,
  },
  revocation_endpoint_auth_methods_supported: {
    what: 'How a client can authenticate at the revocation endpoint.',
    spec: server,
  },
  revocation_endpoint_auth_signing_alg_values_supported: {
    what: 'With which algorithms a client may sign who it is at the revocation endpoint.',
    spec: server,
  },
  code_challenge_methods_supported: {
    what: 'Which methods of PKCE are served.',
    why: 'A client that relies on PKCE looks whether the server knows it.',
    stops: 'A server without PKCE ignores the challenge, and the client feels safe.',
    spec: server,
  },
  prompt_values_supported: { what: 'Which values of prompt are served.' },
  authorization_response_iss_parameter_supported: {
    what: 'Whether every authorization response carries iss.',
    why: 'A client then refuses an answer without it.',
    spec: 'RFC 9207, section 3',
  },
  subject_types_supported: {
    what: 'Whether a person has one sub for all clients (public) or one for each (pairwise).',
    spec: provider,
  },
  id_token_signing_alg_values_supported: {
    what: 'How ID tokens are signed.',
    spec: provider,
  },
  claims_supported: { what: 'Which claims an ID token may have.', spec: provider },
  protected_resources: {
    what: 'Which resources this server issues tokens for.',
    spec: 'RFC 9728, section 4',
  },
  request_parameter_supported: {
    what: 'Whether the request parameter is served.',
    spec: provider,
  },
  request_uri_parameter_supported: {
    what: 'Whether the request_uri parameter is served.',
    spec: provider,
  },
  service_documentation: { what: 'Where developers can read on.', spec: server },
};

export const resourceMetadataMembers: Explanations = {
  resource: {
    what: 'The identifier of the protected resource: the aud of its tokens.',
    why: 'It has to be the one that was asked for this document.',
    stops: 'Somebody would have tokens for another resource sent to themselves.',
    spec: 'RFC 9728, section 3.3',
  },
  resource_name: { what: 'Its name, for people.', spec: resource },
  authorization_servers: { what: 'Whose tokens it accepts.', spec: resource },
  bearer_methods_supported: {
    what: 'How a token can be shown: in the Authorization header.',
    spec: resource,
  },
};
