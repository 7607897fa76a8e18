/**
 * What the client demands of the authorization server's metadata.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const discoveryWellFormed: Rule = {
  id: 'discovery-well-formed',
  spec: 'RFC 8414, section 3.2',
  level: 'MUST',
  says: 'The metadata is a JSON object that names the issuer and every endpoint that the client uses.',
  stops: 'The client sends people to an address that does not exist.',
  error: 'invalid_response',
  structural: true,
};

export const discoveredIssuerMatches: Rule = {
  id: 'discovered-issuer-matches',
  spec: 'RFC 8414, section 3.3',
  level: 'MUST',
  says: 'The issuer in the metadata is the issuer that was asked for it.',
  stops:
    'Metadata of somebody else names their endpoints, and the client sends codes and its secret there.',
  error: 'invalid_response',
};

export const endpointsOverTls: Rule = {
  id: 'endpoints-over-tls',
  spec: 'RFC 6749, section 3.2',
  level: 'MUST',
  says: 'Every endpoint is reached over https, or is on this machine.',
  stops: 'Whoever listens on the network reads codes, tokens and the client secret.',
  error: 'invalid_response',
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
