/** The worker's own page, and what every role receives and answers. */
import { headerOf, type Message } from './message.ts';
import {
  asked,
  errorOf,
  isRedirect,
  isRefusal,
  methodAndPath,
  type NameTable,
} from './name-table.ts';

const toRuns = asked('any', /^\/runs$/);

export const workerMessages: NameTable = {
  requests: [
    {
      kind: 'run-start',
      name: 'start of a run',
      says: 'Somebody has pressed the button: the worker does its jobs now.',
      when: (m) => toRuns(m) && m.method === 'POST',
    },
  ],
  responses: [
    {
      kind: 'run-end',
      name: 'end of a run',
      says: 'The worker has done its jobs, with tokens in its own name.',
      when: (m) => toRuns(m) && m.method === 'POST' && isRedirect(m),
    },
  ],
};

const toHealth = asked('any', /^\/health$/);
const toAsset = asked(
  'any',
  /^\/(_next\/|__nextjs|favicon\.ico|icon\.svg|acorn\.svg|styles?\.css|console\.css|copy\.js)/,
);

/** Whatever it was: another name of this machine was asked, and the browser is led to the right one. */
function isOtherHost({ status, location, path }: Message): boolean {
  return status === 307 && location?.pathname === path;
}

/** No part of OAuth, and never held. */
export const noiseMessages: NameTable = {
  requests: [
    {
      kind: 'health-check',
      name: 'health check',
      says: 'Is this role up?',
      when: toHealth,
    },
    {
      kind: 'asset-request',
      name: 'request for an asset',
      says: 'A style sheet, a script or a picture of a page: no part of OAuth.',
      when: toAsset,
    },
  ],
  responses: [
    {
      kind: 'health',
      name: 'health',
      says: 'What the role says of itself.',
      when: toHealth,
    },
    {
      kind: 'asset',
      name: 'asset',
      says: 'A style sheet, a script or a picture of a page: no part of OAuth.',
      when: (m) => toAsset(m) && !isRefusal(m),
    },
  ],
};

/** A client that signs may have registered an address in place of its keys: RFC 7591, section 2. */
function asksForClientKeys({ to, requestHeaders }: Message): boolean {
  const [agent, accepted] = ['user-agent', 'accept'].map((name) =>
    headerOf(requestHeaders, name),
  );
  return (
    to !== 'authorization-server' &&
    agent === 'FourRoles-AuthorizationServer/1' &&
    accepted?.includes('application/jwk-set+json') === true
  );
}

/** Before the rows of a role. */
export const firstMessages: NameTable = {
  requests: [
    {
      kind: 'client-key-set-request',
      name: 'request for the key set of a client',
      spec: 'RFC 7591, section 2',
      says: 'The authorization server asks, as a client would, at the address that a client registered. It carries nothing, follows no redirect, and reads no more than 64 KB.',
      when: asksForClientKeys,
    },
    {
      kind: 'preflight',
      name: 'preflight request',
      says: 'The browser asks, on behalf of a page of another origin, whether that page may send a request.',
      when: (m) =>
        m.method === 'OPTIONS' &&
        headerOf(m.requestHeaders, 'access-control-request-method') !== undefined,
    },
  ],
  responses: [
    {
      kind: 'client-key-set',
      name: 'key set of a client',
      spec: 'RFC 7517, section 5',
      says: 'The public keys with which the client says who it is; it changes them alone.',
      when: (m) => asksForClientKeys(m) && m.status === 200,
    },
    {
      kind: 'preflight-response',
      name: 'preflight response',
      says: 'Which requests a page of another origin may send here.',
      when: (m) => m.method === 'OPTIONS' && !isRefusal(m),
    },
    {
      kind: 'other-host',
      name: 'redirect to the one host name',
      spec: 'RFC 9110, section 15.4.8',
      says: 'Cookies tell 127.0.0.1 from localhost, so each role has one name.',
      when: isOtherHost,
    },
  ],
};

/** After the rows of a role. */
export const lastMessages: NameTable = {
  requests: [
    {
      kind: 'page-request',
      name: 'page request',
      detail: (m) => `: ${methodAndPath(m)}`,
      says: 'Somebody asks for a page of this role.',
      when: () => true,
    },
  ],
  responses: [
    {
      kind: 'error-response',
      name: 'error response',
      detail: (m) => `: ${errorOf(m)}`,
      says: 'The request is refused.',
      when: isRefusal,
    },
    {
      kind: 'redirect',
      name: 'redirect',
      detail: ({ location }) => (location ? ` to ${location.pathname}` : ''),
      says: 'The browser is sent on to another address.',
      when: isRedirect,
    },
    {
      kind: 'page',
      name: 'page',
      says: 'A page of this role, or what its page shows.',
      when: () => true,
    },
  ],
};
