/**
 * What the client demands of the authorization server's metadata.
 */
import type { Rule } from '@four-roles/protocol/rule';

export {
  endpointsOverTls,
  metadataIssuerMatches,
} from '@four-roles/protocol/authorization-server-metadata';

export const discoveryWellFormed: Rule = {
  id: 'discovery-well-formed',
  spec: 'RFC 8414, section 3.2',
  level: 'MUST',
  says: 'The metadata is a JSON object that names the issuer and every endpoint that the client uses.',
  stops: 'The client sends people to an address that does not exist.',
  fix: 'Serve the metadata as a JSON object with every endpoint that the client uses, and check that the client\u2019s issuer points at the authorization server.',
  error: 'invalid_response',
  structural: true,
};

export const s256Supported: Rule = {
  id: 's256-supported',
  spec: 'RFC 8414, section 2',
  level: 'HARDENING',
  says: 'The authorization server says that it supports PKCE with S256.',
  stops:
    'A server that ignores the code_challenge redeems a stolen code, and the client believes itself protected.',
  fix: 'List S256 in code_challenge_methods_supported, once the server verifies code_challenge.',
  error: 'invalid_response',
};
