/** What passes between the browser and the authorization server: the front channel. */
import type { Message } from './message.ts';
import { asked, isRedirect, isRefusal, type NameTable } from './name-table.ts';

const toAuthorize = asked('any', /^\/authorize$/);
const toLogin = asked('any', /^\/login$/);
const toConsent = asked('any', /^\/consent$/);
const toLogout = asked('any', /^\/logout$/);
const toAccount = asked('any', /^\/account$/);
const toDisconnect = asked('any', /^\/account\/disconnect$/);

function leadsTo(path: string) {
  return (m: Message) => isRedirect(m) && m.location?.pathname === path;
}

/** Back at the client, with an answer in the address. */
function answers(parameter: 'code' | 'error') {
  return (m: Message) =>
    (toAuthorize(m) || toConsent(m)) &&
    isRedirect(m) &&
    m.location?.searchParams.has(parameter) === true &&
    !['/login', '/authorize'].includes(m.location.pathname);
}

export const authorizationEndpointMessages: NameTable = {
  requests: [
    {
      kind: 'authorization-request',
      name: 'authorization request',
      spec: 'RFC 6749, section 4.1.1',
      says: 'The browser brings the question of the client: may it do this, in the name of whoever sits here?',
      when: toAuthorize,
    },
    {
      kind: 'credentials',
      name: 'username and password',
      spec: 'OpenID Connect Core 1.0, section 3.1.2.3',
      says: 'The person proves to the authorization server who they are; no other party ever sees the password.',
      when: (m) => toLogin(m) && m.method === 'POST',
    },
    {
      kind: 'login-page-request',
      name: 'request for the login page',
      spec: 'OpenID Connect Core 1.0, section 3.1.2.3',
      says: 'Nobody is signed in, or not recently enough: the browser asks for the page where that is done.',
      when: toLogin,
    },
    {
      kind: 'consent',
      name: 'answer to the consent page',
      detail: ({ sent }) => `: ${sent.get('decision') === 'allow' ? 'allow' : 'deny'}`,
      spec: 'OpenID Connect Core 1.0, section 3.1.2.4',
      says: 'The person has decided what the client may do in their name.',
      when: toConsent,
    },
    {
      kind: 'end-session-request',
      name: 'logout request',
      spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
      says: 'The person wants to be signed out of the authorization server too, not only of the client.',
      when: toLogout,
    },
    {
      kind: 'disconnect-app',
      name: 'withdrawal of consent',
      says: 'The person takes back what they allowed: the tokens of that app end.',
      when: toDisconnect,
    },
    {
      kind: 'connected-apps-request',
      name: 'request for the connected apps',
      says: 'The person wants to see which apps hold something of theirs.',
      when: toAccount,
    },
  ],
  responses: [
    {
      kind: 'authorization-response',
      name: 'authorization response',
      detail: () => ': code',
      spec: 'RFC 6749, section 4.1.2',
      says: 'The browser is sent back to the client with a code, which is good once, for a minute, and for this client alone.',
      when: answers('code'),
    },
    {
      kind: 'authorization-response',
      name: 'authorization response',
      detail: ({ location }) => `: ${location?.searchParams.get('error')}`,
      spec: 'RFC 6749, section 4.1.2.1',
      says: 'The browser is sent back to the client with an error in place of a code.',
      when: answers('error'),
    },
    {
      kind: 'redirect-to-login',
      name: 'redirect to the login page',
      spec: 'OpenID Connect Core 1.0, section 3.1.2.3',
      says: 'Nobody is signed in: the authorization server first has to know whom it asks.',
      when: leadsTo('/login'),
    },
    {
      kind: 'signed-in',
      name: 'signed in, back to the authorization request',
      spec: 'RFC 9700, section 4.12',
      says: 'The password was right: the browser gets a session cookie, and goes on with a GET that leaves the password behind.',
      when: (m) => toLogin(m) && leadsTo('/authorize')(m),
    },
    {
      kind: 'signed-in',
      name: 'signed in, on to the developer console',
      says: 'The password was right: the browser gets a session cookie.',
      when: (m) => toLogin(m) && leadsTo('/developer')(m),
    },
    {
      kind: 'signed-in',
      name: 'signed in, on to the connected apps',
      says: 'The password was right: the browser gets a session cookie.',
      when: (m) => toLogin(m) && isRedirect(m),
    },
    {
      kind: 'login-refused',
      name: 'login page, with a refusal',
      spec: 'OpenID Connect Core 1.0, section 3.1.2.3',
      says: 'The username or the password was wrong, or there were too many attempts.',
      when: (m) => toLogin(m) && m.method === 'POST' && isRefusal(m),
    },
    {
      kind: 'error-page',
      name: 'error page',
      spec: 'RFC 6749, section 4.1.2.1',
      says: 'The request cannot be trusted with an answer: it is refused here, in front of the person, and nothing is sent to the client.',
      when: (m) =>
        isRefusal(m) && [toAuthorize, toLogin, toConsent, toLogout].some((to) => to(m)),
    },
    {
      kind: 'login-page',
      name: 'login page',
      spec: 'OpenID Connect Core 1.0, section 3.1.2.3',
      says: 'The one page where a password may be typed: look at the address bar.',
      when: toLogin,
    },
    {
      kind: 'consent-page',
      name: 'consent page',
      spec: 'OpenID Connect Core 1.0, section 3.1.2.4',
      says: 'The person is asked: may this client do these things in your name?',
      when: (m) => toAuthorize(m) && !isRedirect(m),
    },
    {
      kind: 'signed-out',
      name: 'signed out, back to the client',
      spec: 'OpenID Connect RP-Initiated Logout 1.0, section 3',
      says: 'The session at the authorization server is over; the browser goes to an address that the client registered.',
      when: (m) => toLogout(m) && isRedirect(m),
    },
    {
      kind: 'sign-out-page',
      name: 'sign-out page',
      spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
      says: 'The person is asked whether they want to sign out, or told that they are: any page could have sent the browser here.',
      when: toLogout,
    },
    {
      kind: 'connected-apps',
      name: 'connected apps',
      says: 'Which apps hold something of this person, and since when.',
      when: (m) => toAccount(m) || (toDisconnect(m) && isRedirect(m)),
    },
  ],
};
