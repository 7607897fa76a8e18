/**
 * What the client demands of the answer of the token endpoint.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const tokensWellFormed: Rule = {
  id: 'tokens-well-formed',
  spec: 'RFC 6749, section 5.1',
  level: 'MUST',
  says: 'The token response is JSON with an access_token and a token_type.',
  stops: 'The client keeps a token that is none.',
  error: 'invalid_response',
  structural: true,
};

export const tokenIsBearer: Rule = {
  id: 'token-is-bearer',
  spec: 'RFC 6749, section 7.1',
  level: 'MUST',
  says: 'The token is of a type that the client knows how to use: Bearer.',
  stops: 'A token bound to a key is sent as if possession were enough.',
  error: 'invalid_response',
};

export const idTokenPresent: Rule = {
  id: 'id-token-present',
  spec: 'OpenID Connect Core 1.0, section 3.1.3.3',
  level: 'MUST',
  says: 'An answer to a request with the scope openid has an ID token.',
  stops: 'The client has an access token, and takes holding it for having signed in.',
  error: 'invalid_response',
  structural: true,
};
