/**
 * What the worker demands of the authorization server's metadata.
 */
import type { Rule } from '@four-roles/protocol/rule';

export {
  endpointsOverTls,
  metadataIssuerMatches,
} from '@four-roles/protocol/authorization-server-metadata';

export const metadataWellFormed: Rule = {
  id: 'metadata-well-formed',
  spec: 'RFC 8414, section 3.2',
  level: 'MUST',
  says: 'The metadata is a JSON object with an issuer and a token_endpoint.',
  stops: 'The worker asks for a token at an address that does not exist.',
  fix: 'Serve the metadata as a JSON object with issuer and token_endpoint, and check that the worker\u2019s issuer points at the authorization server.',
  error: 'invalid_response',
  structural: true,
};
