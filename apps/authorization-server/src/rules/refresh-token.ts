/** What must hold for a refresh token to be used. */
import type { Rule } from '@four-roles/protocol/rule';

export const refreshTokenKnown: Rule = {
  id: 'refresh-token-known',
  spec: 'RFC 6749, section 6',
  level: 'MUST',
  says: 'The refresh token was issued by this server and has not been revoked.',
  stops: 'There would be no grant to continue.',
  fix: 'Send the refresh token that came with the last answer; if it is that one, it was revoked, and the person has to sign in again.',
  error: 'invalid_grant',
  structural: true,
};

export const refreshTokenBoundToClient: Rule = {
  id: 'refresh-token-bound-to-client',
  spec: 'RFC 6749, section 6',
  level: 'MUST',
  says: 'The refresh token was issued to the client that uses it.',
  stops: 'Another client lives on a refresh token that it stole.',
  fix: 'Send the refresh token with the credentials of the client that received it; look for the settings of another client.',
  error: 'invalid_grant',
};

export const refreshTokenNotExpired: Rule = {
  id: 'refresh-token-not-expired',
  spec: 'RFC 9700, section 4.14.2',
  level: 'SHOULD',
  says: 'The refresh token was used within the last seven days, and its grant is at most thirty days old.',
  stops: 'A forgotten refresh token in an old backup still opens the account.',
  fix: 'Have the person sign in again, and refresh at least once in seven days; nothing prolongs a grant beyond thirty.',
  error: 'invalid_grant',
};

export const refreshTokenUsedOnce: Rule = {
  id: 'refresh-token-used-once',
  spec: 'RFC 9700, section 4.14.2',
  level: 'MUST',
  says: 'The refresh token has not been used before; for ten seconds, and while its successor is unused, a repetition is answered with that successor.',
  stops: 'A thief and the owner both go on refreshing, and nobody notices.',
  fix: 'Replace the stored refresh token by the one in each answer, and let parallel refreshes share one request; this grant has ended, so the person has to sign in again.',
  error: 'invalid_grant',
};

export const refreshScopeOnlyNarrows: Rule = {
  id: 'refresh-scope-only-narrows',
  spec: 'RFC 6749, section 6',
  level: 'MUST',
  says: 'The scope of a refresh is part of what the person agreed to.',
  stops: 'A client refreshes its way to rights that it was never granted.',
  fix: 'Leave scope out or ask for less than was granted; for more, send the person through a new authorization request.',
  error: 'invalid_scope',
};

export const refreshScopeStillRegistered: Rule = {
  id: 'refresh-scope-still-registered',
  spec: 'RFC 6749, section 3.3',
  level: 'HARDENING',
  says: 'The scope of a refresh is one that the client is registered for today; what it was registered for once is left out.',
  stops: 'A client whose scopes were narrowed goes on with the old ones for a month.',
  fix: 'Leave scope out, and use what the answer names; if nothing is left, register the scope again and send the person through a new authorization request.',
  error: 'invalid_scope',
};
