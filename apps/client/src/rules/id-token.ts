/**
 * What the client demands of an ID token before it believes a word of it.
 */
import type { Rule } from '@four-roles/protocol/rule';

const section = 'OpenID Connect Core 1.0, section 3.1.3.7';

export const idTokenAlgorithm: Rule = {
  id: 'id-token-algorithm',
  spec: 'RFC 8725, section 3.1',
  level: 'MUST',
  says: 'The ID token is signed with ES256, which the client chose; the token does not choose.',
  stops: 'A token picks a weaker algorithm, for which the key set also has a key.',
  error: 'invalid_response',
};

export const idTokenType: Rule = {
  id: 'id-token-type',
  spec: 'RFC 8725, section 3.11',
  level: 'HARDENING',
  says: 'The header of the ID token does not say that it is some other kind of token.',
  stops:
    'An access token, signed with the same key, passes as proof that somebody signed in.',
  error: 'invalid_response',
};

export const idTokenSignature: Rule = {
  id: 'id-token-signature',
  spec: section,
  level: 'MUST',
  says: 'The ID token is signed by a key of the authorization server\u2019s key set.',
  stops: 'Anybody writes an ID token for anybody.',
  error: 'invalid_response',
};

export const idTokenIssuer: Rule = {
  id: 'id-token-issuer',
  spec: section,
  level: 'MUST',
  says: 'The iss of the ID token is the issuer that was asked.',
  stops: 'A subject of one provider is taken for the same-named subject of another.',
  error: 'invalid_response',
};

export const idTokenAudience: Rule = {
  id: 'id-token-audience',
  spec: section,
  level: 'MUST',
  says: 'The ID token was made for this client, and for no other.',
  stops: 'A token that somebody gave to another app signs that app in here as them.',
  error: 'invalid_response',
};

export const idTokenNotExpired: Rule = {
  id: 'id-token-not-expired',
  spec: section,
  level: 'MUST',
  says: 'The time is before the exp of the ID token.',
  stops: 'An old ID token signs in a person who left long ago.',
  error: 'invalid_response',
};

export const idTokenNonce: Rule = {
  id: 'id-token-nonce',
  spec: section,
  level: 'MUST',
  says: 'The nonce in the ID token is the one that this sign-in sent.',
  stops: 'A code from somebody else\u2019s sign-in is injected into this one.',
  error: 'invalid_response',
};

export const idTokenAccessTokenHash: Rule = {
  id: 'id-token-access-token-hash',
  spec: 'OpenID Connect Core 1.0, section 3.1.3.8',
  level: 'HARDENING',
  says: 'Where the ID token has an at_hash, it is the hash of the access token beside it.',
  stops: 'The access token is exchanged on the way for that of another person.',
  error: 'invalid_response',
};

export const idTokenSubject: Rule = {
  id: 'id-token-subject',
  spec: 'OpenID Connect Core 1.0, section 2',
  level: 'MUST',
  says: 'The ID token names a subject, in at most 255 characters.',
  stops: 'The client opens a session for nobody.',
  error: 'invalid_response',
  structural: true,
};
