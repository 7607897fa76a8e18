/** The cookies of the roles, and what stands behind the semicolons of Set-Cookie. */
import type { Explanations } from './explanation.ts';

/** Without the prefix `__Host-`, which they have on https. */
export const cookies: Explanations = {
  acorn_session: {
    what: 'Who is signed in to Acorn in this browser: 256 random bits, of which the server keeps the hash.',
    why: 'A second client need not ask for the password again.',
    stops:
      'It is new at every sign-in, so whoever knew the old value knows nothing (session fixation).',
    spec: 'OWASP Session Management',
  },
  acorn_shown_once: {
    what: 'A secret on its way to the one page that shows it, for a minute: encrypted, so that only this server can read it or make one.',
    why: 'It stands in no address and in no database, and the page that shows it removes it.',
    stops:
      'A secret in an address ends up in histories and logs; one that somebody planted would be trusted.',
    spec: 'RFC 9700, section 4.2.4',
  },
  briefing_session: {
    what: 'Who is signed in to Briefing in this browser: 256 random bits.',
    why: 'The tokens stay on the server of the client; the browser never holds one.',
    stops:
      'A script that is injected into a page could read tokens that the browser holds.',
    spec: 'draft-ietf-oauth-browser-based-apps, section 6.1',
  },
  briefing_browser: {
    what: 'Which browser this is, before anybody has signed in.',
    why: 'A sign-in ends in the browser where it began: the client compares.',
    stops:
      "Login CSRF: somebody would be signed in to an attacker's account with a link.",
    spec: 'RFC 9700, section 2.1',
  },
};

const samesite = 'draft-ietf-httpbis-rfc6265bis, section 4.1.2.7';

/** In lower case: attributes have no case. */
export const cookieAttributes: Explanations = {
  httponly: {
    what: 'Scripts of the page cannot read it.',
    stops: 'An injected script would send the session to an attacker.',
    spec: 'RFC 6265, section 4.1.2.6',
  },
  secure: {
    what: 'It travels over https only.',
    stops: 'Whoever listens on the network would read it.',
    spec: 'RFC 6265, section 4.1.2.5',
  },
  samesite: {
    what: 'Lax: requests that other sites begin come without it, except a navigation by a link or a redirect. Strict: without exception.',
    why: 'With Strict, the way back from the authorization server would come without a session.',
    stops: 'Cross-site request forgery: another site would send forms with your cookie.',
    spec: samesite,
  },
  path: { what: 'For which paths it is sent.', spec: 'RFC 6265, section 4.1.2.4' },
  domain: {
    what: 'It is sent to every host below this name; where it is missing, to this host alone.',
    spec: 'RFC 6265, section 4.1.2.3',
  },
  'max-age': {
    what: 'For how many seconds the browser keeps it; 0 removes it.',
    spec: 'RFC 6265, section 4.1.2.2',
  },
  expires: {
    what: 'Until when the browser keeps it.',
    spec: 'RFC 6265, section 4.1.2.1',
  },
};
