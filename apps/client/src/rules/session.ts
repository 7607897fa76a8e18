/**
 * What the client demands of requests that change something, and of its own
 * sessions.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const postFromThisSite: Rule = {
  id: 'post-from-this-site',
  spec: 'draft-ietf-oauth-browser-based-apps, section 6.1.3.3',
  level: 'MUST',
  says: 'A request that changes something comes from a page of this app.',
  stops: 'Any page that somebody has open sends mail in their name, or signs them out.',
  fix: 'Open the page of this app and press its button there; a request of another page, or of curl, lacks the Origin of this app.',
  error: 'access_denied',
};

export const sessionUnexpired: Rule = {
  id: 'session-unexpired',
  spec: 'OWASP Session Management',
  level: 'HARDENING',
  says: 'A session ends seven days after the sign-in, whatever happens in between.',
  stops: 'A cookie copied once opens the mailbox for ever.',
  fix: 'Sign in again: the cookie is older than seven days.',
  error: 'invalid_token',
};
