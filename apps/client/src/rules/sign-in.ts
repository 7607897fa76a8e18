/**
 * What the client demands of those who ask it to begin a sign-in.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const returnToSameSite: Rule = {
  id: 'return-to-same-site',
  spec: 'RFC 9700, section 4.11.1',
  level: 'MUST',
  says: 'After the sign-in a person returns to a path of this app, and to nowhere else.',
  stops: 'A link to this app, with a real sign-in in the middle, ends on a forged page.',
  fix: 'Send a path of this app as return_to, such as /inbox, without scheme or host.',
  error: 'invalid_request',
};

export const scopeOfThisApp: Rule = {
  id: 'scope-of-this-app',
  spec: 'RFC 9700, section 2.3',
  level: 'HARDENING',
  says: 'Only scopes that this app has a use for are asked for.',
  stops: 'A stranger\u2019s link has people agree to more than the app ever shows them.',
  fix: 'Ask for scopes that this app uses; look for a typing error in the link.',
  error: 'invalid_scope',
};
