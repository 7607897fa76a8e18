/**
 * Whether a token is an access token, of the authorization server that this
 * server trusts, for the resource it is shown to, now.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const tokenIsJwt: Rule = {
  id: 'token-is-jwt',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The access token is a JSON Web Token.',
  stops: 'A random string, or a refresh token, is taken for an access token.',
  fix: 'Send the access token whole: three parts with dots between; a refresh token or a cut-off copy is none.',
  error: 'invalid_token',
  structural: true,
};

export const tokenTypeIsAccessToken: Rule = {
  id: 'token-type-is-access-token',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The header of the token says typ at+jwt.',
  stops:
    'Another token that the same key has signed, such as an ID token, opens the API.',
  fix: 'Send the access_token of the token response, not its id_token: an ID token is for the client alone.',
  error: 'invalid_token',
};

export const algorithmIsEs256: Rule = {
  id: 'algorithm-is-es256',
  spec: 'RFC 8725, section 3.1',
  level: 'MUST',
  says: 'The token is signed with ES256, the one algorithm that this server accepts.',
  stops:
    'The token chooses how it is verified: alg none, or HS256 with the public key as its secret.',
  fix: 'Send the token as the authorization server issued it, signed with ES256; alg is not a choice of whoever sends it.',
  error: 'invalid_token',
  structural: true,
};

export const noCriticalExtension: Rule = {
  id: 'no-critical-extension',
  spec: 'RFC 7515, section 4.1.11',
  level: 'MUST',
  says: 'The token demands no extension (crit) that this server does not know.',
  stops: 'A restriction that the issuer calls critical is overlooked.',
  fix: 'Have the token issued without crit, or teach this server the extension that it names.',
  error: 'invalid_token',
  structural: true,
};

export const tokenBringsNoKey: Rule = {
  id: 'token-brings-no-key',
  spec: 'RFC 8725, section 3.10',
  level: 'SHOULD',
  says: 'The header of the token neither holds a key nor says where to fetch one (jwk, jku, x5c, x5u).',
  stops: 'An attacker signs with a key of their own and sends it along.',
  fix: 'Have the token issued with a kid alone; the key is looked up in the key set of the authorization server.',
  error: 'invalid_token',
};

export const keyIsPublished: Rule = {
  id: 'key-is-published',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The kid of the token names a key that the authorization server publishes now.',
  stops: 'A key that was withdrawn, or that is not ours, signs access tokens.',
  fix: 'Get a new access token: the key that signed this one is not published any more, or never was.',
  error: 'invalid_token',
  structural: true,
};

export const signatureIsValid: Rule = {
  id: 'signature-is-valid',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The signature over header and claims is that of the published key.',
  stops: 'Somebody edits their token: the sub of another person, one scope more.',
  fix: 'Send the token exactly as it was issued; whoever changes a claim needs a new token from the authorization server.',
  error: 'invalid_token',
};

export const requiredClaimsPresent: Rule = {
  id: 'required-claims-present',
  spec: 'RFC 9068, section 2.2',
  level: 'MUST',
  says: 'The token has iss, sub, aud, client_id, jti, iat and exp, each of its type.',
  stops: 'A check that finds nothing to look at lets the token through.',
  fix: 'Have the access token issued with iss, sub, aud, client_id, jti, iat and exp, each of its type.',
  error: 'invalid_token',
  structural: true,
};

export const issuerIsTrusted: Rule = {
  id: 'issuer-is-trusted',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The issuer of the token is the authorization server that this server trusts.',
  stops: 'A token of another issuer, one that shares the key, speaks for our people.',
  fix: 'Get the token from the authorization server that the metadata of this resource names.',
  error: 'invalid_token',
};

export const audienceIsThisResource: Rule = {
  id: 'audience-is-this-resource',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The audience of the token is the protected resource that was asked.',
  stops: 'A token that was given to one API is passed on to another.',
  fix: 'Ask for a token for this resource, with its identifier as resource; a token for another one stays there.',
  error: 'invalid_token',
};

export const tokenNotExpired: Rule = {
  id: 'token-not-expired',
  spec: 'RFC 9068, section 4',
  level: 'MUST',
  says: 'The current time is before the exp of the token.',
  stops: 'A token that leaked long ago still works.',
  fix: 'Get a new access token with the refresh token and repeat the request once; a machine simply asks for another.',
  error: 'invalid_token',
};

export const tokenAlreadyValid: Rule = {
  id: 'token-already-valid',
  spec: 'RFC 7519, section 4.1.5',
  level: 'MUST',
  says: 'The nbf of the token, where it has one, is not more than 10 seconds ahead of the current time.',
  stops: 'A token that was made for later is used now.',
  fix: 'Use the token after its nbf, or compare the clocks of the two servers.',
  error: 'invalid_token',
};

export const issuedInThePast: Rule = {
  id: 'issued-in-the-past',
  spec: 'RFC 7519, section 4.1.6',
  level: 'HARDENING',
  says: 'The iat of the token is not more than 10 seconds ahead of the current time.',
  stops: 'A clock that runs wrong, or a made-up time, goes unnoticed.',
  fix: 'Compare the clocks of the authorization server and of this server: the token comes from the future.',
  error: 'invalid_token',
};

export const lifetimeIsShort: Rule = {
  id: 'lifetime-is-short',
  spec: 'RFC 6750, section 5.3',
  level: 'HARDENING',
  says: 'The token was issued for an hour or less.',
  stops: 'A mistake in one setting of the issuer makes tokens that live for years.',
  fix: 'Have access tokens issued for an hour at most, and refresh them.',
  error: 'invalid_token',
};

export const tokenNotOnRevocationList: Rule = {
  id: 'token-not-on-revocation-list',
  spec: 'RFC 7009, section 3',
  level: 'HARDENING',
  says: 'Neither the token, nor its grant, nor all that its client held is on the list of what was revoked.',
  stops:
    'A token goes on working after it was taken back, since its signature stays good.',
  fix: 'Get a new token: this one, the grant that it came from, or everything that its client had been issued was revoked.',
  error: 'invalid_token',
};

export const tokenNotRevoked: Rule = {
  id: 'token-not-revoked',
  spec: 'RFC 7662, section 2.2',
  level: 'HARDENING',
  says: 'The authorization server says that the token is still active.',
  stops: 'A token goes on working after its owner has taken it back.',
  fix: 'Get a new token: this one, or the grant that it came from, was revoked, so the person may have to sign in again.',
  error: 'invalid_token',
};
