/**
 * A client signs who it is. What must hold before its assertion is believed.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const assertionTypeIsJwtBearer: Rule = {
  id: 'assertion-type-is-jwt-bearer',
  spec: 'RFC 7523, section 2.2',
  level: 'MUST',
  says: 'A client_assertion is sent with client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer.',
  stops:
    'One text is read as two kinds of proof, and each kind has rules of its own that it gets around.',
  fix: 'Send both client_assertion and client_assertion_type, with exactly this value, form-encoded.',
  error: 'invalid_client',
};

export const assertionIsJwt: Rule = {
  id: 'assertion-is-jwt',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The client_assertion is one JSON Web Token.',
  stops: 'There would be no claims to look at.',
  fix: 'Send the signed JWT whole, three parts with dots between; an encrypted one, or a SAML assertion, is not read here.',
  error: 'invalid_client',
  structural: true,
};

export const assertionAlgorithmIsEs256: Rule = {
  id: 'assertion-algorithm-is-es256',
  spec: 'RFC 8725, section 3.1',
  level: 'MUST',
  says: 'The assertion is signed with ES256, the one algorithm that this server accepts.',
  stops:
    'The assertion chooses how it is verified: alg none, or HS256 with the public key as its secret.',
  fix: 'Sign with ES256, and a key on the curve P-256.',
  error: 'invalid_client',
  structural: true,
};

export const assertionHasNoCriticalExtension: Rule = {
  id: 'assertion-has-no-critical-extension',
  spec: 'RFC 7515, section 4.1.11',
  level: 'MUST',
  says: 'The assertion demands no extension (crit) that this server does not know.',
  stops: 'A restriction that the client calls critical is overlooked.',
  fix: 'Sign without crit: this server knows none of the extensions that it could name.',
  error: 'invalid_client',
  structural: true,
};

export const assertionBringsNoKey: Rule = {
  id: 'assertion-brings-no-key',
  spec: 'RFC 8725, section 3.10',
  level: 'SHOULD',
  says: 'The header of the assertion neither holds a key nor says where to fetch one (jwk, jku, x5c, x5u).',
  stops:
    'An attacker signs with a key of their own and sends it along, or has this server fetch an address of their choice.',
  fix: 'Send the kid alone; the key is looked up among those that the client registered.',
  error: 'invalid_client',
};

export const assertionKeyRegistered: Rule = {
  id: 'assertion-key-registered',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The kid of the assertion names a key that the client registered, or publishes at its jwks_uri; without a kid, there is but one.',
  stops: 'There would be no key to hold the signature against.',
  fix: 'Send the kid under which the public key is registered; a key that was just added to the set at the jwks_uri may take half a minute to be seen.',
  error: 'invalid_client',
  structural: true,
};

export const assertionSignatureValid: Rule = {
  id: 'assertion-signature-valid',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The signature over header and claims is that of the client, by its registered key.',
  stops: 'Whoever knows the public client_id writes an assertion and acts as the client.',
  fix: 'Sign with the private key whose public half is registered; look for a key that was replaced on one side only.',
  error: 'invalid_client',
};

export const assertionSpeaksForItself: Rule = {
  id: 'assertion-speaks-for-itself',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The iss and the sub of the assertion are both the client_id.',
  stops:
    'What a client signed about somebody else, for another purpose, is used to act as the client.',
  fix: 'Put the client_id into both iss and sub.',
  error: 'invalid_client',
};

export const assertionAudienceIsUs: Rule = {
  id: 'assertion-audience-is-us',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The aud of the assertion is our issuer, the token endpoint, or the endpoint that is called.',
  stops:
    'Another authorization server, at which the client also authenticates, passes its assertion on to this one.',
  fix: 'Put the issuer of this server, as its metadata writes it, into aud.',
  error: 'invalid_client',
};

export const assertionAudienceIsOne: Rule = {
  id: 'assertion-audience-is-one',
  spec: 'draft-ietf-oauth-rfc7523bis, section 4',
  level: 'HARDENING',
  says: 'The assertion is meant for one audience: aud is one value.',
  stops:
    'A hostile server has the client add our address to the audiences of what it signs, and uses it here.',
  fix: 'Put the issuer of this server into aud, as a string, and nothing else.',
  error: 'invalid_client',
};

export const assertionExpires: Rule = {
  id: 'assertion-expires',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The assertion says when it expires (exp, a number of seconds).',
  stops: 'An assertion that was once seen, in a log or on the way, is good for ever.',
  fix: 'Add exp, a minute from now, in seconds since 1970.',
  error: 'invalid_client',
};

export const assertionNotExpired: Rule = {
  id: 'assertion-not-expired',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'The exp of the assertion has not passed, by more than the 30 seconds that clocks may differ.',
  stops: 'An assertion that was found later, in a log or a backup, still opens the door.',
  fix: 'Sign a new assertion for every request, and set the clock.',
  error: 'invalid_client',
};

export const assertionShortLived: Rule = {
  id: 'assertion-short-lived',
  spec: 'RFC 7523, section 3',
  level: 'HARDENING',
  says: 'The exp of the assertion is at most five minutes ahead, and the 30 seconds that clocks may differ.',
  stops:
    'Somebody signs a thousand assertions on a machine that they leave, and takes them along.',
  fix: 'Sign for each request, with an exp a minute from now; look for milliseconds where seconds belong.',
  error: 'invalid_client',
};

export const assertionHasBegun: Rule = {
  id: 'assertion-has-begun',
  spec: 'RFC 7523, section 3',
  level: 'MUST',
  says: 'Neither nbf nor iat of the assertion is ahead of our clock, by more than the 30 seconds that clocks may differ.',
  stops: 'An assertion that was signed in advance is used before its time.',
  fix: 'Set the clock; look for milliseconds where seconds belong.',
  error: 'invalid_client',
};

export const assertionHasName: Rule = {
  id: 'assertion-has-name',
  spec: 'OpenID Connect Core 1.0, section 9',
  level: 'MUST',
  says: 'The assertion has a name of its own (jti, at most 256 characters).',
  stops: 'Nobody could tell whether it was used before.',
  fix: 'Add a random jti to each assertion.',
  error: 'invalid_client',
};

export const assertionUsedOnce: Rule = {
  id: 'assertion-used-once',
  spec: 'OpenID Connect Core 1.0, section 9',
  level: 'MUST',
  says: 'An assertion is used once: its jti was not seen before.',
  stops: 'Whoever reads one request, in a log or on the way, repeats it.',
  fix: 'Sign a new assertion, with a new jti, for every request, a repeated one included.',
  error: 'invalid_client',
};
