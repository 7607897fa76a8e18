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
  fix: 'Sign the ID token with ES256 and say so in alg; neither none nor HS256 is accepted, whatever the header says.',
  error: 'invalid_response',
};

export const idTokenType: Rule = {
  id: 'id-token-type',
  spec: 'RFC 8725, section 3.11',
  level: 'HARDENING',
  says: 'The header of the ID token does not say that it is some other kind of token.',
  stops:
    'An access token, signed with the same key, passes as proof that somebody signed in.',
  fix: 'Send the ID token as id_token and the access token as access_token, and give them the types JWT and at+jwt.',
  error: 'invalid_response',
};

export const idTokenSignature: Rule = {
  id: 'id-token-signature',
  spec: section,
  level: 'MUST',
  says: 'The ID token is signed by a key of the authorization server\u2019s key set.',
  stops: 'Anybody writes an ID token for anybody.',
  fix: 'Send the token as it was signed, and publish the key of its kid at jwks_uri; look for a changed character, or for a key that was replaced.',
  error: 'invalid_response',
};

export const idTokenIssuer: Rule = {
  id: 'id-token-issuer',
  spec: section,
  level: 'MUST',
  says: 'The iss of the ID token is the issuer that was asked.',
  stops: 'A subject of one provider is taken for the same-named subject of another.',
  fix: 'Put the issuer of the metadata into iss, character by character: a port, a slash at the end or another host name makes another issuer.',
  error: 'invalid_response',
};

export const idTokenAudience: Rule = {
  id: 'id-token-audience',
  spec: section,
  level: 'MUST',
  says: 'The ID token was made for this client, and for no other.',
  stops: 'A token that somebody gave to another app signs that app in here as them.',
  fix: 'Put the client_id of the client that asked into aud, alone; look for the ID token of another client.',
  error: 'invalid_response',
};

export const idTokenNotExpired: Rule = {
  id: 'id-token-not-expired',
  spec: section,
  level: 'MUST',
  says: 'The time is before the exp of the ID token.',
  stops: 'An old ID token signs in a person who left long ago.',
  fix: 'Begin the sign-in again, and compare the clocks of the two servers if it happens at once.',
  error: 'invalid_response',
};

export const idTokenNonce: Rule = {
  id: 'id-token-nonce',
  spec: section,
  level: 'MUST',
  says: 'The nonce in the ID token is the one that this sign-in sent.',
  stops: 'A code from somebody else\u2019s sign-in is injected into this one.',
  fix: 'Copy the nonce of the authorization request into the ID token unchanged; if it is another one, the code belongs to another sign-in: begin again.',
  error: 'invalid_response',
};

export const idTokenAccessTokenHash: Rule = {
  id: 'id-token-access-token-hash',
  spec: 'OpenID Connect Core 1.0, section 3.1.3.8',
  level: 'HARDENING',
  says: 'Where the ID token has an at_hash, it is the hash of the access token beside it.',
  stops: 'The access token is exchanged on the way for that of another person.',
  fix: 'Make at_hash from the access token of the same answer: the left half of its SHA-256, in base64url.',
  error: 'invalid_response',
};

export const idTokenSubject: Rule = {
  id: 'id-token-subject',
  spec: 'OpenID Connect Core 1.0, section 2',
  level: 'MUST',
  says: 'The ID token names a subject, in at most 255 characters.',
  stops: 'The client opens a session for nobody.',
  fix: 'Put a sub into the ID token: 1 to 255 ASCII characters that never change for this person.',
  error: 'invalid_response',
  structural: true,
};
