/** One example, or more, of each kind of message, with what it is called. */
import type { RawHeaders } from '../src/recording/exchange.ts';
import type { Sketch } from './explain-exchange.ts';

export type Example = { from: Sketch; expected: string[] };

type Rest = Pick<Sketch, 'form' | 'headers' | 'json' | 'answerHeaders'> & {
  location?: string;
};

/** @param expected the names of the request and of the response */
type OfRole = (
  request: string,
  status: number,
  expected: [string, string],
  rest?: Rest,
) => Example;

function of(to: Sketch['to']): OfRole {
  return (request, status, expected, { location, ...rest } = {}) => {
    const redirect: RawHeaders = location ? [['location', location]] : [];
    const answerHeaders = [...redirect, ...(rest.answerHeaders ?? [])];
    return { from: { ...{ to, request, status }, ...rest, answerHeaders }, expected };
  };
}

const client = of('client');
const server = of('authorization-server');
const resource = of('resource-server');
const worker = of('worker');

const authorize =
  '/authorize?response_type=code&client_id=briefing&state=s&code_challenge=c';
const callback = 'http://localhost:9000/callback';
const challenge: RawHeaders = [
  ['WWW-Authenticate', 'Bearer resource_metadata="http://x"'],
];
const messages = 'protected resource request: GET /user/messages';

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
  server('POST /account/disconnect', 303, ['disconnecting of an app', 'connected apps'], {
    location: '/account',
  }),
];

const inTheBackChannel: Example[] = [
  server(
    'POST /token',
    200,
    ['access token request (authorization code)', 'access token response'],
    { form: { grant_type: 'authorization_code' }, json: { access_token: 't' } },
  ),
  server(
    'POST /token',
    400,
    ['access token request (refresh token)', 'error response: invalid_grant'],
    { form: { grant_type: 'refresh_token' }, json: { error: 'invalid_grant' } },
  ),
  server(
    'POST /token',
    200,
    ['access token request (client credentials)', 'access token response'],
    { form: { grant_type: 'client_credentials' }, json: { access_token: 't' } },
  ),
  server('POST /token', 400, ['access token request (password)', 'error response: 400'], {
    form: { grant_type: 'password' },
    json: {},
  }),
  server(
    'POST /introspect',
    200,
    ['token introspection request', 'token introspection response: active'],
    { json: { active: true } },
  ),
  server(
    'POST /introspect',
    200,
    ['token introspection request', 'token introspection response: not active'],
    { json: { active: false } },
  ),
  server('POST /revoke', 200, ['token revocation request', 'token revocation response']),
  server('GET /jwks', 200, ['key set request', 'key set']),
  server('GET /.well-known/oauth-authorization-server', 200, [
    'authorization server metadata request',
    'authorization server metadata',
  ]),
];

const atTheOthers: Example[] = [
  resource('GET /user/userinfo', 200, ['userinfo request', 'userinfo response']),
  resource('GET /user/messages?limit=3', 200, [messages, 'protected resource response']),
  resource('GET /user/messages', 401, [messages, 'error response: no access token'], {
    ...{ answerHeaders: challenge, json: { error: 'authentication_required' } },
  }),
  resource('GET /user/messages', 403, [messages, 'error response: insufficient_scope'], {
    json: { error: 'insufficient_scope' },
  }),
  resource(
    'GET /business/payments/pay_xJXSWc8bNmqMfUtgg6rDg4',
    404,
    [
      'protected resource request: GET /business/payments/pay_xJXSWc8b\u2026',
      'error response: not_found',
    ],
    { json: { error: 'not_found' } },
  ),
  resource('GET /.well-known/oauth-protected-resource/user', 200, [
    'protected resource metadata request',
    'protected resource metadata',
  ]),
  resource('GET /pictures/ada.svg', 200, ['request for a picture', 'picture']),
  resource('OPTIONS /user/messages', 204, ['preflight request', 'preflight response'], {
    headers: [['Access-Control-Request-Method', 'GET']],
  }),
  worker('POST /runs', 303, ['start of a run', 'end of a run'], { location: '/' }),
  worker('GET /', 200, ['page request: GET /', 'page']),
  worker('GET /health', 200, ['health check', 'health']),
];

export const examples: Example[] = [
  ...atClient,
  ...inTheFrontChannel,
  ...inTheBackChannel,
  ...atTheOthers,
];
