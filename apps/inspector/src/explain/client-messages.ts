/** What passes between the browser and the client. */
import type { Message } from './message.ts';
import {
  asked,
  isRedirect,
  isRefusal,
  methodAndPath,
  type NameTable,
} from './name-table.ts';

const toLogin = asked('GET HEAD', /^\/login$/);
const toCallback = asked('any', /^\/callback$/);
const toLogout = asked('any', /^\/logout$/);
const toSend = asked('any', /^\/compose\/send$/);

function setsSession({ responseHeaders }: Message): boolean {
  return responseHeaders.some(
    ([name, value]) => /^set-cookie$/i.test(name) && /briefing_session=[^;]/.test(value),
  );
}

export const clientMessages: NameTable = {
  requests: [
    {
      kind: 'sign-in-start',
      name: 'start of a sign-in',
      says: 'The person has chosen "Continue with Acorn", or the client needs more than it was allowed before.',
      when: toLogin,
    },
    {
      kind: 'authorization-response',
      name: 'authorization response',
      detail: ({ sent }) =>
        sent.has('error') ? `: ${sent.get('error')}` : sent.has('code') ? ': code' : '',
      spec: 'RFC 6749, section 4.1.2',
      says: 'The browser brings the answer of the authorization server to the redirect URI of the client.',
      when: toCallback,
    },
    {
      kind: 'client-sign-out',
      name: 'sign-out at the client',
      says: 'The person leaves the client; at the authorization server they stay signed in.',
      when: toLogout,
    },
    {
      kind: 'mail-form',
      name: 'message to be sent',
      says: 'The person has written a message, and asks the client to send it in their name.',
      when: toSend,
    },
    {
      kind: 'page-request',
      name: 'page request',
      detail: (m) => `: ${methodAndPath(m)}`,
      says: 'The browser asks the client for a page, with its cookie and without any token.',
      when: () => true,
    },
  ],
  responses: [
    {
      kind: 'authorization-request',
      name: 'authorization request',
      spec: 'RFC 6749, section 4.1.1',
      says: 'The client sends the browser to the authorization server with its question, and keeps for itself what the answer will be held against.',
      when: (m) =>
        isRedirect(m) &&
        (m.location?.pathname === '/authorize' ||
          m.location?.searchParams.has('response_type') === true),
    },
    {
      kind: 'redirect-to-problem',
      name: 'redirect to the problem page',
      says: 'The client refuses, and sends the browser to a page that says why, with neither code nor state in its address.',
      when: (m) => isRedirect(m) && m.location?.pathname.startsWith('/problem/') === true,
    },
    {
      kind: 'client-session',
      name: 'signed in at the client',
      spec: 'RFC 9700, section 4.2.4',
      says: 'The code was good: the browser gets the session cookie of the client, and goes on to a page without a code in its address.',
      when: (m) => toCallback(m) && isRedirect(m) && setsSession(m),
    },
    {
      kind: 'client-signed-out',
      name: 'signed out at the client',
      says: 'The session at the client is over, and its refresh token was given back.',
      when: (m) => toLogout(m) && isRedirect(m),
    },
    {
      kind: 'redirect',
      name: 'redirect',
      detail: ({ location }) => (location ? ` to ${location.pathname}` : ''),
      says: 'The client sends the browser on to another page.',
      when: isRedirect,
    },
    {
      kind: 'error-page',
      name: 'error page',
      detail: ({ status }) => `: ${status}`,
      says: 'The client shows the person that this did not work.',
      when: isRefusal,
    },
    {
      kind: 'page',
      name: 'page',
      says: 'A page of the client: the tokens with which it was made stay on the server.',
      when: () => true,
    },
  ],
};
