/**
 * A client names an address, and this server asks it: a request that somebody
 * else has chosen, from inside our network. What must hold for the address,
 * and for what it answers.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const clientUrlProtected: Rule = {
  id: 'client-url-protected',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'The jwks_uri is an https address without a user name or a password; where this server runs on this machine, http on it will do.',
  stops:
    'Whoever listens on the way puts keys of their own in the place of those of the client, or this server logs in somewhere for an attacker.',
  fix: 'Publish the keys at an https address that anybody may read, and register that as jwks_uri.',
  error: 'invalid_client',
};

export const clientUrlPublic: Rule = {
  id: 'client-url-public',
  spec: 'OWASP Server Side Request Forgery Prevention',
  level: 'HARDENING',
  says: 'Every address that the name in the jwks_uri resolves to is a public one, and the request goes to the very address that was looked at.',
  stops:
    'This server is sent to machines that only it can reach: a database, a router, the metadata service of the cloud with its credentials.',
  fix: 'Publish the keys where the whole Internet can read them; look for an entry of an internal network in the DNS.',
  error: 'invalid_client',
};

export const clientUrlAnswers: Rule = {
  id: 'client-url-answers',
  spec: 'OWASP Server Side Request Forgery Prevention',
  level: 'HARDENING',
  says: 'The jwks_uri answers by itself, over TLS that can be verified, with 200 and within three seconds; a redirect is not followed.',
  stops:
    'A public address leads on to one that would have been refused, or a slow one keeps connections of this server open.',
  fix: 'Serve the key set at the jwks_uri itself, quickly, with a certificate that is valid; register the address that a redirect leads to.',
  error: 'invalid_client',
  structural: true,
};

export const clientUrlAnswersJson: Rule = {
  id: 'client-url-answers-json',
  spec: 'RFC 7517, section 8.5.1',
  level: 'HARDENING',
  says: 'The jwks_uri answers with application/jwk-set+json or application/json.',
  stops: 'A text that a stranger left on a page of the client is taken for its keys.',
  fix: 'Serve the key set with Content-Type: application/jwk-set+json.',
  error: 'invalid_client',
};

export const clientUrlAnswerBounded: Rule = {
  id: 'client-url-answer-bounded',
  spec: 'OWASP Server Side Request Forgery Prevention',
  level: 'HARDENING',
  says: 'What the jwks_uri answers with has at most 65536 bytes.',
  stops: 'A key set that never ends fills the memory of this server.',
  fix: 'Leave out whatever nobody needs in order to verify: certificates, comments, keys of long ago.',
  error: 'invalid_client',
};

export const publishedKeySetWellFormed: Rule = {
  id: 'published-key-set-well-formed',
  spec: 'RFC 7517, section 5',
  level: 'MUST',
  says: 'What the jwks_uri answers with is a JSON object with an array of keys, each of which is an object.',
  stops: 'There would be no keys to choose from.',
  fix: 'Answer with an object whose member keys holds the public keys, without any Content-Encoding.',
  error: 'invalid_client',
  structural: true,
};

export const publishedKeysFew: Rule = {
  id: 'published-keys-few',
  spec: 'OWASP Server Side Request Forgery Prevention',
  level: 'HARDENING',
  says: 'A published key set has at most twenty keys.',
  stops: 'This server imports a thousand keys for one request.',
  fix: 'Publish only the keys in use, and the next ones.',
  error: 'invalid_client',
};

export const publishedKeysArePublic: Rule = {
  id: 'published-keys-are-public',
  spec: 'OpenID Connect Dynamic Client Registration 1.0, section 2',
  level: 'MUST',
  says: 'No key in a published set has a private or a secret member (d, k).',
  stops:
    'Whoever reads the set signs as the client, and the client goes on without noticing.',
  fix: 'Treat this key as lost: make a new one, and publish its public members only: kty, crv, x, y and kid.',
  error: 'invalid_client',
};
