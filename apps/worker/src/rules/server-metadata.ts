/**
 * What the worker demands of the authorization server's metadata.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const metadataWellFormed: Rule = {
  id: 'metadata-well-formed',
  spec: 'RFC 8414, section 3.2',
  level: 'MUST',
  says: 'The metadata is a JSON object with an issuer and a token_endpoint.',
  stops: 'The worker asks for a token at an address that does not exist.',
  error: 'invalid_response',
  structural: true,
};

export const metadataIssuerMatches: Rule = {
  id: 'metadata-issuer-matches',
  spec: 'RFC 8414, section 3.3',
  level: 'MUST',
  says: 'The issuer in the metadata is the issuer that was asked for it.',
  stops:
    'Metadata of somebody else names their token endpoint, and the worker sends its secret there.',
  error: 'invalid_response',
};

export const tokenEndpointOverTls: Rule = {
  id: 'token-endpoint-over-tls',
  spec: 'RFC 6749, section 3.2',
  level: 'MUST',
  says: 'The token endpoint is reached over https, or is on this machine.',
  stops: 'Whoever listens on the network reads the client secret and the token.',
  error: 'invalid_response',
};
