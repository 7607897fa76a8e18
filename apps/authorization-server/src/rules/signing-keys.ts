/** What must hold for the keys of this server to be changed. */
import type { Rule } from '@four-roles/protocol/rule';

export const keysForOperators: Rule = {
  id: 'keys-for-operators',
  spec: 'OWASP Authorization',
  level: 'HARDENING',
  says: 'Who sees and changes the signing keys in the console is an operator of this server.',
  stops: 'Anybody with an account signs everybody out by withdrawing the key that signs.',
  fix: 'Sign in as an operator: in the demonstration that is Ada, and not Grace.',
  error: 'access_denied',
};

export const rotationOneAtATime: Rule = {
  id: 'rotation-one-at-a-time',
  spec: 'OpenID Connect Core 1.0, section 10.1.1',
  level: 'HARDENING',
  says: 'While a new key waits for its time, no other one is added.',
  stops:
    'A new key that replaces the waiting one begins to wait anew: who asks every few minutes never gets one that signs.',
  fix: 'Wait until the new key signs, which takes at most five minutes; a key that leaked is withdrawn instead, which is not held up.',
  error: 'invalid_request',
  structural: true,
};

export const keyPublished: Rule = {
  id: 'key-published',
  spec: 'OpenID Connect Core 1.0, section 10.1.1',
  level: 'HARDENING',
  says: 'The key that is to be withdrawn is one that is published now.',
  stops: 'Somebody believes that a key is withdrawn, and it is another one that leaked.',
  fix: 'Copy the kid from the key set at /jwks or from the header of the token; a key that is not there needs no withdrawing.',
  error: 'invalid_request',
  structural: true,
};
