/** What passes through the browser: one example, or more, of each kind of message, with what it is called. */
import type { RawHeaders } from '../src/recording/exchange.ts';
import { type Example, exampleOf } from './explain-exchange.ts';

const client = exampleOf('client');
const server = exampleOf('authorization-server');

const authorize =
  '/authorize?response_type=code&client_id=briefing&state=s&code_challenge=c';
const callback = 'http://localhost:9000/callback';

const atClient: Example[] = [
  client('GET /login', 303, ['start of a sign-in', 'authorization request'], {
    location: `http://localhost:9001${authorize}`,
  }),
  client(
    'GET /callback?code=c&state=s',
    303,
    ['authorization response: code', 'signed in at the client'],
    {
      location: 'http://localhost:9000/inbox',
      answerHeaders: [['set-cookie', 'briefing_session=v']],
    },
  ),
  client(
    'GET /callback?error=access_denied&state=s',
    303,
    ['authorization response: access_denied', 'redirect to the problem page'],
    { location: 'http://localhost:9000/problem/p' },
  ),
  client('POST /logout', 303, ['sign-out at the client', 'signed out at the client'], {
    location: 'http://localhost:9000/signed-out',
  }),
  client('POST /compose/send', 303, ['message to be sent', 'redirect to /inbox'], {
    ...{ form: { to: 'grace@acorn.example' }, location: '/inbox?sent=1' },
  }),
  client('GET /inbox', 200, ['page request: GET /inbox', 'page']),
  client('GET /problem/p', 404, ['page request: GET /problem/p', 'error page: 404']),
  client('GET /held', 307, ['page request: GET /held', 'redirect to the one host name'], {
    location: 'http://localhost:9000/held',
  }),
  client('GET /_next/static/a.js', 200, ['request for an asset', 'asset']),
];

const inTheFrontChannel: Example[] = [
  server(
    `GET ${authorize}`,
    303,
    ['authorization request', 'redirect to the login page'],
    { location: '/login?response_type=code&client_id=briefing' },
  ),
  server(`GET ${authorize}`, 200, ['authorization request', 'consent page']),
  server(`GET ${authorize}`, 400, ['authorization request', 'error page']),
  server(
    `GET ${authorize}`,
    303,
    ['authorization request', 'authorization response: login_required'],
    { location: `${callback}?error=login_required&state=s` },
  ),
  server('GET /login?client_id=b', 200, ['request for the login page', 'login page']),
  server(
    'POST /login',
    303,
    ['username and password', 'signed in, back to the authorization request'],
    { form: { username: 'ada' }, location: authorize },
  ),
  server(
    'POST /login',
    303,
    ['username and password', 'signed in, on to the connected apps'],
    { location: '/account' },
  ),
  server('POST /login', 403, ['username and password', 'login page, with a refusal']),
  server(
    'POST /consent',
    303,
    ['answer to the consent page: allow', 'authorization response: code'],
    { form: { decision: 'allow' }, location: `${callback}?code=c&state=s` },
  ),
  server(
    'POST /consent',
    303,
    ['answer to the consent page: deny', 'authorization response: access_denied'],
    { form: { decision: 'deny' }, location: `${callback}?error=access_denied` },
  ),
  server('GET /logout?client_id=b', 200, ['logout request', 'sign-out page']),
  server('POST /logout', 303, ['logout request', 'signed out, back to the client'], {
    location: 'http://localhost:9000/',
  }),
  server('GET /account', 200, ['request for the connected apps', 'connected apps']),
  server('POST /account/disconnect', 303, ['withdrawal of consent', 'connected apps'], {
    location: '/account',
  }),
  server(
    'POST /login',
    303,
    ['username and password', 'signed in, on to the developer console'],
    { location: '/developer' },
  ),
];

const one = '/developer/applications/app_1';
const shown: RawHeaders = [['Cookie', 'acorn_session=s; acorn_shown_once=c']];
const consoleRequest = 'request for the developer console';
const consolePage = 'page of the developer console';
const leadsOn = 'done, on to the page that shows it';

/** A form of the console that is followed by a redirect. */
function form(path: string, name: string): Example {
  return server(`POST ${path}`, 303, [name, leadsOn], { location: one });
}

/** A page that shows something once, and a reload of it. */
function shownOnce(path: string, name: string): Example[] {
  return [
    server(`GET ${path}`, 200, [consoleRequest, name], { headers: shown }),
    server(`GET ${path}`, 200, [consoleRequest, consolePage]),
  ];
}

const atTheConsole: Example[] = [
  server('GET /developer', 200, [consoleRequest, consolePage]),
  server('GET /developer', 303, [consoleRequest, 'redirect to the login page'], {
    location: '/login?next=developer',
  }),
  form('/developer/applications/new', 'registration of an application, by a person'),
  form(`${one}/rotate-secret`, 'rotation of a client secret, by a person'),
  form(`${one}/suspend`, 'suspension of an application'),
  form(`${one}/resume`, 'resumption of an application'),
  form(`${one}/delete`, 'deletion of an application'),
  form(`${one}/revoke-token`, 'revocation of a token, by a person'),
  form('/developer/tokens/revoke', 'revocation of a token, by a person'),
  form('/developer/tokens', 'token that is to be judged'),
  form('/developer/initial-access-tokens', 'request for an initial access token'),
  form(`${one}/edit`, 'form of the developer console: edit'),
  form('/developer/keys/rotate', 'rotate the signing keys'),
  form('/developer/keys/kid-1/withdraw', 'withdraw a signing key'),
  ...shownOnce(`${one}/secret`, 'client secret, shown this once'),
  ...shownOnce(
    '/developer/initial-access-tokens/shown',
    'initial access token, shown this once',
  ),
  ...shownOnce('/developer/tokens', 'verdicts on a token, side by side'),
  server('GET /developer/keys', 200, [consoleRequest, 'signing keys']),
  server('GET /developer/audit?outcome=refused', 200, [
    'request for the security events',
    'security events',
  ]),
  server('POST /developer/applications/new', 400, [
    'registration of an application, by a person',
    'developer console: refused',
  ]),
];

export const browserExamples: Example[] = [
  ...atClient,
  ...inTheFrontChannel,
  ...atTheConsole,
];
