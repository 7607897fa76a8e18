/**
 * What must hold for a token to be called active, and for a client to ask
 * about it or to revoke it.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const introspectionByConfidentialClient: Rule = {
  id: 'introspection-by-confidential-client',
  spec: 'RFC 7662, section 2.1',
  level: 'MUST',
  says: 'Who asks about a token has authenticated, with a secret or a key.',
  stops: 'Anybody tries tokens here until one of them is active.',
  fix: 'Ask with the credentials of a confidential client, such as the resource server\u2019s own; a public client cannot ask.',
  error: 'invalid_client',
};

export const tokenSignedHere: Rule = {
  id: 'token-signed-here',
  spec: 'RFC 7662, section 4',
  level: 'MUST',
  says: 'The access token was signed with a key of this server.',
  stops: 'Anybody writes a token that this server then vouches for.',
  fix: 'Ask the authorization server that issued the token (its iss), and send the token unchanged: one edited character breaks the signature.',
  error: 'invalid_token',
};

export const tokenIsAccessToken: Rule = {
  id: 'token-is-access-token',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The token is of type at+jwt and has every claim of an access token.',
  stops: 'An ID token passes as an access token.',
  fix: 'Send an access token or a refresh token of this server, not an ID token, and the whole of it.',
  error: 'invalid_token',
  structural: true,
};

export const tokenNotExpired: Rule = {
  id: 'token-not-expired',
  spec: 'RFC 7662, section 4',
  level: 'MUST',
  says: 'The token has not expired.',
  stops: 'A token works long after it should have been forgotten.',
  fix: 'Get a new access token with the refresh token, or ask for a new one where there is none.',
  error: 'invalid_token',
};

export const tokenNotRevoked: Rule = {
  id: 'token-not-revoked',
  spec: 'RFC 7662, section 4',
  level: 'MUST',
  says: 'Neither the token nor the grant that it came from has been revoked.',
  stops: 'A person disconnects an app, and the app goes on reading.',
  fix: 'Get a new token: the person has signed out, has disconnected the app or has to agree again.',
  error: 'invalid_token',
};

export const tokenMayBeSeen: Rule = {
  id: 'token-may-be-seen',
  spec: 'RFC 7662, section 2.2',
  level: 'MUST',
  says: 'Who asks is a protected resource, or the client that the token was issued to.',
  stops: 'A client learns who uses another client, and for what.',
  fix: 'Ask about your own tokens only, or with the credentials of a client that is registered as a resource server.',
  error: 'invalid_token',
};

export const revocationsReadByResourceServer: Rule = {
  id: 'revocations-read-by-resource-server',
  spec: 'RFC 7009, section 3',
  level: 'HARDENING',
  says: 'Who reads the list of what was revoked is a resource server, and has authenticated.',
  stops:
    'A client, or anybody, watches who signs out and which applications are stopped.',
  fix: 'Ask with the credentials of a client that is registered as a resource server; a client asks about its own tokens at /introspect.',
  error: 'access_denied',
};

export const tokenSent: Rule = {
  id: 'token-sent',
  spec: 'RFC 7662, section 2.1',
  level: 'MUST',
  says: 'The request carries a token.',
  stops: 'There would be nothing to look up.',
  fix: 'Add token to the form, with the token that you ask about.',
  error: 'invalid_request',
  structural: true,
};

export const tokenToRevokeSent: Rule = {
  id: 'token-to-revoke-sent',
  spec: 'RFC 7009, section 2.1',
  level: 'MUST',
  says: 'The request carries the token that is to be revoked.',
  stops: 'There would be nothing to revoke.',
  fix: 'Add token to the form, with the token that is to be revoked.',
  error: 'invalid_request',
  structural: true,
};

export const revocationOfOwnToken: Rule = {
  id: 'revocation-of-own-token',
  spec: 'RFC 7009, section 2.1',
  level: 'MUST',
  says: 'A client revokes only tokens that were issued to it.',
  stops: 'One client signs the users of another one out.',
  fix: 'Revoke the token with the credentials of the client that it was issued to.',
  error: 'invalid_grant',
};
