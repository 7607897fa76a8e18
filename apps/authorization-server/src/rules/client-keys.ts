/** What must hold for the keys that a client registers. */
import type { Rule } from '@four-roles/protocol/rule';

export const keysFitAuthMethod: Rule = {
  id: 'keys-fit-auth-method',
  spec: 'RFC 7591, section 2',
  level: 'MUST',
  says: 'A client that authenticates with private_key_jwt has either jwks or jwks_uri, never both; any other has neither.',
  stops:
    'Two key sets disagree, and a key that was withdrawn from one of them still opens.',
  fix: 'Send jwks with the public keys, or jwks_uri with the address where they are published, and only for private_key_jwt.',
  error: 'invalid_client_metadata',
};

export const keysArePublic: Rule = {
  id: 'keys-are-public',
  spec: 'OpenID Connect Dynamic Client Registration 1.0, section 2',
  level: 'MUST',
  says: 'The keys in jwks are public: none has a private or a secret member.',
  stops:
    'A private key lies in the database of another party, whose every copy can act as the client.',
  fix: 'Treat this key as lost and make a new one; send its public members only: kty, crv, x, y and kid.',
  error: 'invalid_client_metadata',
};

export const keysFew: Rule = {
  id: 'keys-few',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The jwks has one to five keys.',
  stops: 'Each request of the client has to be tried with a thousand keys.',
  fix: 'Send the key that is in use and, during a rotation, the next one.',
  error: 'invalid_client_metadata',
};

export const keysUsable: Rule = {
  id: 'keys-usable',
  spec: 'RFC 7518, section 6.2.1',
  level: 'MUST',
  says: 'Each key in jwks is a point on the curve P-256 (kty EC, crv P-256, x and y), with which ES256 is verified.',
  stops: 'A client registers a key with which nothing of its can ever be verified.',
  fix: 'Make an EC key on P-256, and send its public members unchanged.',
  error: 'invalid_client_metadata',
};

export const keysNamed: Rule = {
  id: 'keys-named',
  spec: 'RFC 7517, section 4.5',
  level: 'SHOULD',
  says: 'Where jwks has several keys, each has a kid of its own, of at most 100 characters.',
  stops: 'Nobody can tell which key verifies a signature, and each one is tried.',
  fix: 'Give each key a kid, and put the one that signed into the header of each assertion.',
  error: 'invalid_client_metadata',
};

export const jwksUriProtected: Rule = {
  id: 'jwks-uri-protected',
  spec: 'OpenID Connect Dynamic Client Registration 1.0, section 2',
  level: 'MUST',
  says: 'The jwks_uri is an https address, without a user name in it and of at most 2000 characters; where this server runs on this machine, http on it will do.',
  stops:
    'Whoever listens on the network puts keys of their own in the place of the client\u2019s.',
  fix: 'Publish the keys at an https address, and register that as jwks_uri.',
  error: 'invalid_client_metadata',
};
