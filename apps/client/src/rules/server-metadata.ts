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
  error: 'invalid_response',
};
