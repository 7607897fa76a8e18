/** What passes between servers: one example, or more, of each kind of message, with what it is called. */
import type { RawHeaders } from '../src/recording/exchange.ts';
import { type Example, exampleOf } from './explain-exchange.ts';

const server = exampleOf('authorization-server');
const resource = exampleOf('resource-server');
const worker = exampleOf('worker');
const challenge: RawHeaders = [
  ['WWW-Authenticate', 'Bearer resource_metadata="http://x"'],
];
const messages = 'protected resource request: GET /user/messages';

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
  server('POST /revocations', 200, ['request for what was revoked', 'what was revoked']),
  server(
    'POST /register',
    201,
    ['client registration request', 'client information response'],
    { json: { client_id: 'app_1' } },
  ),
  server(
    'POST /register',
    401,
    ['client registration request', 'error response: invalid_token'],
    { json: { error: 'invalid_token' } },
  ),
  server(
    'GET /register/app_1',
    200,
    ['client read request', 'client information response'],
    { json: { client_id: 'app_1' } },
  ),
  server('PUT /register/app_1', 200, [
    'client update request',
    'client information response',
  ]),
  server('DELETE /register/app_1', 204, ['client delete request', 'client deleted']),
  server('POST /register/app_1/secret', 200, [
    'request for a new client secret',
    'new client secret',
  ]),
  server('GET /jwks', 200, ['key set request', 'key set']),
  server('GET /jwks', 200, ['key set request', 'key set of 2 keys'], {
    json: { keys: [{ kid: 'old' }, { kid: 'new' }] },
  }),
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
  resource('GET /token-verdicts', 200, [
    'request for verdicts on a token',
    'verdicts on a token',
  ]),
  resource(
    'GET /token-verdicts',
    401,
    ['request for verdicts on a token', 'error response: no access token'],
    { answerHeaders: challenge, json: { error: 'authentication_required' } },
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
  worker(
    'GET /keys',
    200,
    ['request for the key set of a client', 'key set of a client'],
    {
      headers: [
        ['User-Agent', 'FourRoles-AuthorizationServer/1'],
        ['Accept', 'application/jwk-set+json, application/json'],
      ],
      json: { keys: [] },
    },
  ),
  worker('GET /health', 200, ['health check', 'health']),
];

export const serverExamples: Example[] = [...inTheBackChannel, ...atTheOthers];
