/** One example of each kind of message, with what it is called. */
import type { RawHeaders } from '../src/recording/exchange.ts';
import type { Sketch } from './explain-exchange.ts';

type Example = { from: Sketch; expected: string[] };

const authorize =
  '/authorize?response_type=code&client_id=briefing&state=s&code_challenge=c';
const callback = 'http://localhost:9000/callback';
const bare: RawHeaders = [['WWW-Authenticate', 'Bearer resource_metadata="http://x"']];

function to(location: string): RawHeaders {
  return [['Location', location]];
}

const client: Example[] = [
  {
    from: {
      ...{ to: 'client', request: 'GET /login', status: 303 },
      answerHeaders: to(`http://localhost:9001${authorize}`),
    },
    expected: ['start of a sign-in', 'authorization request'],
  },
  {
    from: {
      ...{ to: 'client', request: 'GET /callback?code=c&state=s', status: 303 },
      answerHeaders: [
        ['location', 'http://localhost:9000/inbox'],
        ['set-cookie', 'briefing_session=v; HttpOnly'],
      ],
    },
    expected: ['authorization response: code', 'signed in at the client'],
  },
  {
    from: {
      ...{ to: 'client', request: 'GET /callback?error=access_denied&state=s' },
      ...{ status: 303, answerHeaders: to('http://localhost:9000/problem/p') },
    },
    expected: ['authorization response: access_denied', 'redirect to the problem page'],
  },
  {
    from: {
      ...{ to: 'client', request: 'POST /logout', status: 303 },
      answerHeaders: to('http://localhost:9000/signed-out'),
    },
    expected: ['sign-out at the client', 'signed out at the client'],
  },
  {
    from: {
      ...{ to: 'client', request: 'POST /compose/send', form: { to: 'grace' } },
      ...{ status: 303, answerHeaders: to('/inbox?sent=1') },
    },
    expected: ['message to be sent', 'redirect to /inbox'],
  },
  {
    from: { to: 'client', request: 'GET /inbox', status: 200 },
    expected: ['page request: GET /inbox', 'page'],
  },
  {
    from: { to: 'client', request: 'GET /problem/p', status: 404 },
    expected: ['page request: GET /problem/p', 'error page: 404'],
  },
  {
    from: {
      ...{ to: 'client', request: 'GET /inbox', status: 307 },
      answerHeaders: to('http://localhost:9000/inbox'),
    },
    expected: ['page request: GET /inbox', 'redirect to the one host name'],
  },
  {
    from: { to: 'client', request: 'GET /_next/static/a.js', status: 200 },
    expected: ['request for an asset', 'asset'],
  },
];

const frontChannel: Example[] = [
  {
    from: {
      ...{ to: 'authorization-server', request: `GET ${authorize}`, status: 303 },
      answerHeaders: to('/login?response_type=code&client_id=briefing'),
    },
    expected: ['authorization request', 'redirect to the login page'],
  },
  {
    from: { to: 'authorization-server', request: 'GET /login?client_id=b', status: 200 },
    expected: ['request for the login page', 'login page'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /login', status: 303 },
      ...{ form: { username: 'ada' }, answerHeaders: to(authorize) },
    },
    expected: ['username and password', 'signed in, back to the authorization request'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /login', status: 303 },
      answerHeaders: to('/account'),
    },
    expected: ['username and password', 'signed in, on to the connected apps'],
  },
  {
    from: { to: 'authorization-server', request: 'POST /login', status: 403 },
    expected: ['username and password', 'login page, with a refusal'],
  },
  {
    from: { to: 'authorization-server', request: `GET ${authorize}`, status: 200 },
    expected: ['authorization request', 'consent page'],
  },
  {
    from: { to: 'authorization-server', request: `GET ${authorize}`, status: 400 },
    expected: ['authorization request', 'error page'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: `GET ${authorize}`, status: 303 },
      answerHeaders: to(`${callback}?error=login_required&state=s`),
    },
    expected: ['authorization request', 'authorization response: login_required'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /consent', status: 303 },
      ...{ form: { decision: 'allow' }, answerHeaders: to(`${callback}?code=c&state=s`) },
    },
    expected: ['answer to the consent page: allow', 'authorization response: code'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /consent', status: 303 },
      form: { decision: 'deny' },
      answerHeaders: to(`${callback}?error=access_denied&state=s`),
    },
    expected: [
      'answer to the consent page: deny',
      'authorization response: access_denied',
    ],
  },
  {
    from: { to: 'authorization-server', request: 'GET /logout?client_id=b', status: 200 },
    expected: ['logout request', 'sign-out page'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /logout', status: 303 },
      answerHeaders: to('http://localhost:9000/'),
    },
    expected: ['logout request', 'signed out, back to the client'],
  },
  {
    from: { to: 'authorization-server', request: 'GET /account', status: 200 },
    expected: ['request for the connected apps', 'connected apps'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /account/disconnect' },
      ...{ status: 303, answerHeaders: to('/account') },
    },
    expected: ['disconnecting of an app', 'connected apps'],
  },
];

const backChannel: Example[] = [
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /token', status: 200 },
      ...{ form: { grant_type: 'authorization_code' }, json: { access_token: 't' } },
    },
    expected: ['access token request (authorization code)', 'access token response'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /token', status: 400 },
      ...{ form: { grant_type: 'refresh_token' }, json: { error: 'invalid_grant' } },
    },
    expected: ['access token request (refresh token)', 'error response: invalid_grant'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /token', status: 200 },
      ...{ form: { grant_type: 'client_credentials' }, json: { access_token: 't' } },
    },
    expected: ['access token request (client credentials)', 'access token response'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /token', status: 400 },
      ...{ form: { grant_type: 'password' }, json: {} },
    },
    expected: ['access token request (password)', 'error response: 400'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /introspect', status: 200 },
      json: { active: true },
    },
    expected: ['token introspection request', 'token introspection response: active'],
  },
  {
    from: {
      ...{ to: 'authorization-server', request: 'POST /introspect', status: 200 },
      json: { active: false },
    },
    expected: ['token introspection request', 'token introspection response: not active'],
  },
  {
    from: { to: 'authorization-server', request: 'POST /revoke', status: 200, json: {} },
    expected: ['token revocation request', 'token revocation response'],
  },
  {
    from: { to: 'authorization-server', request: 'GET /jwks', status: 200 },
    expected: ['key set request', 'key set'],
  },
  {
    from: {
      ...{ to: 'authorization-server', status: 200 },
      request: 'GET /.well-known/oauth-authorization-server',
    },
    expected: ['authorization server metadata request', 'authorization server metadata'],
  },
];

const resourceServer: Example[] = [
  {
    from: { to: 'resource-server', request: 'GET /user/userinfo', status: 200 },
    expected: ['userinfo request', 'userinfo response'],
  },
  {
    from: { to: 'resource-server', request: 'GET /user/messages?limit=3', status: 200 },
    expected: [
      'protected resource request: GET /user/messages',
      'protected resource response',
    ],
  },
  {
    from: {
      ...{ to: 'resource-server', request: 'GET /user/messages', status: 401 },
      ...{ answerHeaders: bare, json: { error: 'authentication_required' } },
    },
    expected: [
      'protected resource request: GET /user/messages',
      'error response: no access token',
    ],
  },
  {
    from: {
      ...{ to: 'resource-server', request: 'GET /user/messages', status: 403 },
      json: { error: 'insufficient_scope' },
    },
    expected: [
      'protected resource request: GET /user/messages',
      'error response: insufficient_scope',
    ],
  },
  {
    from: {
      ...{ to: 'resource-server', request: 'GET /gateway/rates', status: 429 },
      json: { error: 'too_many_requests' },
    },
    expected: [
      'protected resource request: GET /gateway/rates',
      'error response: too_many_requests',
    ],
  },
  {
    from: {
      ...{ to: 'resource-server', status: 200 },
      request: 'GET /.well-known/oauth-protected-resource/user',
    },
    expected: ['protected resource metadata request', 'protected resource metadata'],
  },
  {
    from: { to: 'resource-server', request: 'GET /pictures/ada.svg', status: 200 },
    expected: ['request for a picture', 'picture'],
  },
  {
    from: {
      ...{ to: 'resource-server', request: 'OPTIONS /user/messages', status: 204 },
      headers: [['Access-Control-Request-Method', 'GET']],
    },
    expected: ['preflight request', 'preflight response'],
  },
];

const worker: Example[] = [
  {
    from: {
      ...{ to: 'worker', request: 'POST /runs', status: 303 },
      answerHeaders: to('/'),
    },
    expected: ['start of a run', 'end of a run'],
  },
  {
    from: { to: 'worker', request: 'GET /', status: 200 },
    expected: ['page request: GET /', 'page'],
  },
  {
    from: { to: 'worker', request: 'GET /health', status: 200 },
    expected: ['health check', 'health'],
  },
];

export const examples: Example[] = [
  ...client,
  ...frontChannel,
  ...backChannel,
  ...resourceServer,
  ...worker,
];
