/** What must hold in the developer console. */
import type { Rule } from '@four-roles/protocol/rule';

export const applicationOfItsOwner: Rule = {
  id: 'application-of-its-owner',
  spec: 'OWASP Authorization',
  level: 'HARDENING',
  says: 'An application is shown to, and changed by, the person whose it is; to everybody else it is not there.',
  stops:
    'Whoever knows a client_id, which is no secret, rotates the secret of that client or deletes it.',
  fix: 'Sign in as the person who registered the application, and open it from the list of your applications.',
  error: 'not_found',
};

export const initialAccessTokenForKnownScopes: Rule = {
  id: 'initial-access-token-for-known-scopes',
  spec: 'RFC 7591, section 3',
  level: 'HARDENING',
  says: 'An initial access token gives at least one scope, and only scopes that this server has.',
  stops:
    'A token that was made for nothing in particular registers a client for anything.',
  fix: 'Tick at least one of the scopes on offer.',
  error: 'invalid_request',
};

export const initialAccessTokenBounded: Rule = {
  id: 'initial-access-token-bounded',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'An initial access token registers one to ten clients.',
  stops: 'A token that was found in an old script fills the server with clients.',
  fix: 'Type a whole number from 1 to 10.',
  error: 'invalid_request',
};

export const initialAccessTokenShortLived: Rule = {
  id: 'initial-access-token-short-lived',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'An initial access token ends after one of the times on offer, at the latest after seven days.',
  stops: 'A token that was forgotten registers clients years later.',
  fix: 'Choose hour, day or week.',
  error: 'invalid_request',
};

export const initialAccessTokensOfOnePersonFew: Rule = {
  id: 'initial-access-tokens-of-one-person-few',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'One person has at most twenty initial access tokens at a time.',
  stops:
    'One account fills the table for everybody, and nobody remembers what its tokens are for.',
  fix: 'Remove a token that is used up or no longer needed, and then make another.',
  error: 'invalid_request',
};

export const tokenOfOwnApplication: Rule = {
  id: 'token-of-own-application',
  spec: 'RFC 7009, section 2.1',
  level: 'HARDENING',
  says: 'A token is looked at and revoked in the console by the person whose application it was issued to.',
  stops: 'Whoever finds a token of another application learns what it opens, or ends it.',
  fix: 'Take a token that one of your own applications was issued, or sign in as the person whose application it is.',
  error: 'access_denied',
};
