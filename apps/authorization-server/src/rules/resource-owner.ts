/**
 * What must hold at the pages that a person uses: login, consent, connected
 * apps and sign-out.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const formFromOwnPage: Rule = {
  id: 'form-from-own-page',
  spec: 'RFC 6749, section 10.12',
  level: 'MUST',
  says: 'A form comes from a page of this server: its Origin header says so.',
  stops:
    'Another site open in the same browser agrees in the name of whoever is signed in.',
  error: 'access_denied',
};

export const passwordGuessingSlowed: Rule = {
  id: 'password-guessing-slowed',
  spec: 'OWASP Authentication',
  level: 'MUST',
  says: 'After five wrong passwords in a row for one account, or twenty from one address, there is a wait before the next attempt.',
  stops: 'Somebody tries passwords until one fits.',
  error: 'too_many_requests',
};

export const accountKnown: Rule = {
  id: 'account-known',
  spec: 'OWASP Authentication',
  level: 'MUST',
  says: 'The username and the password fit together. Which of the two is wrong is not told.',
  stops: 'There would be nobody to sign in.',
  error: 'access_denied',
  structural: true,
};

export const passwordMatches: Rule = {
  id: 'password-matches',
  spec: 'RFC 6749, section 3.1',
  level: 'MUST',
  says: 'The username and the password fit together. Which of the two is wrong is not told.',
  stops: 'Anybody signs in as anybody.',
  error: 'access_denied',
};

export const consentByThePersonAsked: Rule = {
  id: 'consent-by-the-person-asked',
  spec: 'RFC 6749, section 10.12',
  level: 'HARDENING',
  says: 'Who agrees is who was asked, and to the same request: the form carries a seal over both.',
  stops:
    'Two people share a browser: one opens the consent page, the other signs in, and the button agrees in the wrong name.',
  error: 'access_denied',
};

export const postLogoutRedirectUriRegistered: Rule = {
  id: 'post-logout-redirect-uri-registered',
  spec: 'OpenID Connect RP-Initiated Logout 1.0, section 3',
  level: 'MUST',
  says: 'The post_logout_redirect_uri is, character for character, one that the client registered.',
  stops: 'The sign-out page becomes a redirector to any address.',
  error: 'invalid_request',
};

export const idTokenHintOurs: Rule = {
  id: 'id-token-hint-ours',
  spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
  level: 'MUST',
  says: 'The id_token_hint was signed by this server.',
  stops: 'Somebody names a client of their choice in a token that nobody issued.',
  error: 'invalid_request',
};

export const resourceOwnerRules = [
  formFromOwnPage,
  passwordGuessingSlowed,
  accountKnown,
  passwordMatches,
  consentByThePersonAsked,
  postLogoutRedirectUriRegistered,
  idTokenHintOurs,
];
