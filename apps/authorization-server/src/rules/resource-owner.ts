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
  fix: 'Open the page at this server and send its form from there; a form that is sent by curl or by another page lacks our Origin header.',
  error: 'access_denied',
};

export const passwordGuessingSlowed: Rule = {
  id: 'password-guessing-slowed',
  spec: 'OWASP Authentication',
  level: 'HARDENING',
  says: 'After twenty wrong passwords in a row for one account from one address (a hundred for one account, a hundred from one address), there is a wait, which doubles.',
  stops: 'Somebody tries passwords until one fits.',
  fix: 'Wait until the page says that you may try again; the accounts of the demonstration stand in the README.',
  error: 'too_many_requests',
};

export const accountKnown: Rule = {
  id: 'account-known',
  spec: 'OWASP Authentication',
  level: 'HARDENING',
  says: 'Somebody has this username; that nobody has it takes as long to find out, and is told in the same words as a wrong password.',
  stops: 'There would be nobody to sign in.',
  fix: 'Type the username and the password of an account that exists; those of the demonstration stand in the README.',
  error: 'access_denied',
  structural: true,
};

export const passwordMatches: Rule = {
  id: 'password-matches',
  spec: 'RFC 6749, section 3.1',
  level: 'MUST',
  says: 'The person proves to be the owner of the account: the password has the Argon2id hash that was stored.',
  stops: 'Anybody signs in as anybody.',
  fix: 'Type the password again and mind capital letters; those of the demonstration stand in the README.',
  error: 'access_denied',
};

export const consentByThePersonAsked: Rule = {
  id: 'consent-by-the-person-asked',
  spec: 'RFC 6749, section 10.12',
  level: 'HARDENING',
  says: 'Who agrees is who was asked, and to the same request: the form carries a seal over both.',
  stops:
    'Two people share a browser: one opens the consent page, the other signs in, and the button agrees in the wrong name.',
  fix: 'Begin the sign-in again and answer the page that you then see: it was made for another person, or its request was changed since.',
  error: 'access_denied',
};

export const postLogoutRedirectUriRegistered: Rule = {
  id: 'post-logout-redirect-uri-registered',
  spec: 'OpenID Connect RP-Initiated Logout 1.0, section 3',
  level: 'MUST',
  says: 'The post_logout_redirect_uri is, character for character, one that the client registered.',
  stops: 'The sign-out page becomes a redirector to any address.',
  fix: 'Send a post_logout_redirect_uri that is registered for this client, character by character, with client_id or id_token_hint beside it.',
  error: 'invalid_request',
};

export const idTokenHintOurs: Rule = {
  id: 'id-token-hint-ours',
  spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
  level: 'MUST',
  says: 'The id_token_hint is an ID token that this server issued.',
  stops: 'Somebody names a client of their choice in a token that nobody issued.',
  fix: 'Send the ID token as the token endpoint issued it, not an access token and not that of another server; or send client_id in its place, as one must where the key that signed it is no longer published.',
  error: 'invalid_request',
};

export const clientIdMatchesHint: Rule = {
  id: 'client-id-matches-hint',
  spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
  level: 'MUST',
  says: 'A client_id that is sent beside an id_token_hint is the one that the ID token was issued to.',
  stops: 'One app ends the session in the name of another.',
  fix: 'Send the client_id that stands in the aud of the ID token, or leave one of the two out.',
  error: 'invalid_request',
};
