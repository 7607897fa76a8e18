/** What stands in a JSON Web Token: its claims, and its header. */
import type { Explanations } from './explanation.ts';

export const claims: Explanations = {
  iss: {
    what: 'The issuer: the authorization server that made the token.',
    why: 'Whoever receives it compares it with the one that they trust.',
    stops: 'Another server, or another tenant, would speak for our people.',
    spec: 'RFC 7519, section 4.1.1',
  },
  sub: {
    what: 'The subject: whom the token speaks for.',
    why: 'A person has the same one for ever; where no person takes part, it is the client itself.',
    spec: 'RFC 7519, section 4.1.2',
  },
  aud: {
    what: 'The audience: for whom the token is meant.',
    why: 'In an access token it is one resource, in an ID token the client; anybody else refuses it.',
    stops: 'An API that is given a token could pass it on and use it elsewhere.',
    spec: 'RFC 7519, section 4.1.3',
  },
  exp: {
    what: 'When it expires, in seconds since 1970.',
    stops: 'A token that leaked long ago would still work.',
    spec: 'RFC 7519, section 4.1.4',
  },
  nbf: {
    what: 'Before when it must not be used, in seconds since 1970.',
    spec: 'RFC 7519, section 4.1.5',
  },
  iat: {
    what: 'When it was issued, in seconds since 1970.',
    spec: 'RFC 7519, section 4.1.6',
  },
  jti: {
    what: 'The name of this one token.',
    why: 'By it a token can be revoked; here it begins with the name of the grant.',
    spec: 'RFC 7519, section 4.1.7',
  },
  client_id: {
    what: 'The client that asked for the token.',
    spec: 'RFC 9068, section 2.2',
  },
  scope: {
    what: 'What the token allows.',
    why: 'The resource server looks for the one scope that the operation needs.',
    stops: 'An app that may see the profile would read the mail.',
    spec: 'RFC 9068, section 2.2.3',
  },
  nonce: {
    what: 'The nonce of the authorization request, unchanged.',
    why: 'The client compares it with the one that it sent.',
    stops: "Injection: the code of somebody else's sign-in would be accepted here.",
    spec: 'OpenID Connect Core 1.0, section 2',
  },
  auth_time: {
    what: 'When the person typed the password, in seconds since 1970.',
    spec: 'OpenID Connect Core 1.0, section 2',
  },
  at_hash: {
    what: 'The left half of the SHA-256 of the access token that came along.',
    why: 'It ties the two tokens to each other.',
    stops: "The access token would be exchanged on the way for another person's.",
    spec: 'OpenID Connect Core 1.0, section 3.1.3.6',
  },
};

const assertion = 'RFC 7523, section 3';

/** Of a JWT that a client signs in order to say who it is. */
export const assertionClaims: Explanations = {
  ...claims,
  iss: {
    what: 'Who made the assertion: the client itself, by its client_id.',
    spec: assertion,
  },
  sub: {
    what: 'Whom it speaks for: the client itself, so it is the same as iss.',
    spec: assertion,
  },
  aud: {
    what: 'The one authorization server that it is meant for, by its issuer or its endpoint.',
    stops:
      'A server that was shown the assertion could pass it on, and speak to another in the name of the client.',
    spec: assertion,
  },
  exp: {
    what: 'When it expires, in seconds since 1970: here, a minute after it was made.',
    stops: 'An assertion that is read in an old log would still work.',
    spec: assertion,
  },
  jti: {
    what: 'The name of this one assertion.',
    why: 'The server remembers it until the assertion has expired, and takes each once.',
    stops: 'Replay: whoever saw the request would send it again.',
    spec: assertion,
  },
};

export const jwtHeaderMembers: Explanations = {
  alg: {
    what: 'With which algorithm the token is signed: ES256.',
    why: 'Whoever verifies knows beforehand which one they accept; the token has no say.',
    stops:
      'A token that says none, or HS256 with the public key as its secret, would verify.',
    spec: 'RFC 8725, section 3.1',
  },
  typ: {
    what: 'What kind of token it is: at+jwt is an access token, JWT an ID token or what a client signs.',
    stops: 'An ID token, signed with the same key, would open the API.',
    spec: 'RFC 8725, section 3.11',
  },
  kid: {
    what: 'The name of the key that signed it.',
    why: 'It is looked up among the keys that are published or registered, and nowhere else.',
    spec: 'RFC 7515, section 4.1.4',
  },
  crit: {
    what: 'Extensions that must be understood; who does not know one refuses the token.',
    spec: 'RFC 7515, section 4.1.11',
  },
  jwk: {
    what: 'A key that the token brings along; not believed here.',
    stops: 'An attacker would sign with a key of their own and send it along.',
    spec: 'RFC 7515, section 4.1.3',
  },
  jku: {
    what: 'An address of keys that the token names; not fetched here.',
    stops: 'An attacker would have their own keys fetched.',
    spec: 'RFC 7515, section 4.1.2',
  },
};
