/**
 * What must hold for a token to be called active, and for a client to ask
 * about it or to revoke it.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const introspectionByConfidentialClient: Rule = {
  id: 'introspection-by-confidential-client',
  spec: 'RFC 7662, section 2.1',
  level: 'MUST',
  says: 'Who asks about a token has authenticated with a secret.',
  stops: 'Anybody tries tokens here until one of them is active.',
  error: 'invalid_client',
};

export const tokenSignedHere: Rule = {
  id: 'token-signed-here',
  spec: 'RFC 7662, section 4',
  level: 'MUST',
  says: 'The access token was signed with a key of this server.',
  stops: 'Anybody writes a token that this server then vouches for.',
  error: 'invalid_token',
};

export const tokenIsAccessToken: Rule = {
  id: 'token-is-access-token',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The token is of type at+jwt and has every claim of an access token.',
  stops: 'An ID token passes as an access token.',
  error: 'invalid_token',
  structural: true,
};

export const tokenNotExpired: Rule = {
  id: 'token-not-expired',
  spec: 'RFC 7662, section 4',
  level: 'MUST',
  says: 'The token has not expired.',
  stops: 'A token works long after it should have been forgotten.',
  error: 'invalid_token',
};

export const tokenNotRevoked: Rule = {
  id: 'token-not-revoked',
  spec: 'RFC 7662, section 4',
  level: 'MUST',
  says: 'Neither the token nor the grant that it came from has been revoked.',
  stops: 'A person disconnects an app, and the app goes on reading.',
  error: 'invalid_token',
};

export const tokenMayBeSeen: Rule = {
  id: 'token-may-be-seen',
  spec: 'RFC 7662, section 2.2',
  level: 'MUST',
  says: 'Who asks is a protected resource, or the client that the token was issued to.',
  stops: 'A client learns who uses another client, and for what.',
  error: 'invalid_token',
};

export const tokenSent: Rule = {
  id: 'token-sent',
  spec: 'RFC 7662, section 2.1',
  level: 'MUST',
  says: 'The request carries a token.',
  stops: 'There would be nothing to look up.',
  error: 'invalid_request',
  structural: true,
};

export const tokenToRevokeSent: Rule = {
  id: 'token-to-revoke-sent',
  spec: 'RFC 7009, section 2.1',
  level: 'MUST',
  says: 'The request carries the token that is to be revoked.',
  stops: 'There would be nothing to revoke.',
  error: 'invalid_request',
  structural: true,
};

export const revocationOfOwnToken: Rule = {
  id: 'revocation-of-own-token',
  spec: 'RFC 7009, section 2.1',
  level: 'MUST',
  says: 'A client revokes only tokens that were issued to it.',
  stops: 'One client signs the users of another one out.',
  error: 'invalid_grant',
};
