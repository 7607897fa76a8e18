/** Dynamic client registration: RFC 7591. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { mostClientsOfOnePerson } from '../src/registration/registrar.ts';
import { requestsPerMinute } from '../src/registration/request-rate.ts';
import * as rules from '../src/rules/client-registration.ts';
import { native, service, startRegistration, web } from './registration-world.ts';
import { basic, issuer, refused } from './server.ts';

test('a service registers itself and obtains a token (section 3.2.1)', async () => {
  const { register, post } = await startRegistration();
  const response = await register(service);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const { client_id, client_secret, registration_access_token, ...rest } =
    await response.json();
  assert.match(client_id, /^app_[\w-]{16}$/);
  assert.match(client_secret, /^[\w-]{43}$/);
  assert.match(registration_access_token, /^[\w-]{43}$/);
  assert.deepEqual(rest, {
    client_id_issued_at: Date.UTC(2026, 0, 1) / 1000,
    client_secret_expires_at: 0,
    registration_client_uri: `${issuer}/register/${client_id}`,
    ...service,
    application_type: 'service',
    redirect_uris: [],
    post_logout_redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  });
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const token = await post('/token', form, basic(client_id, client_secret));
  assert.equal(token.status, 200);
});

test('neither the secret nor the registration access token is stored', async () => {
  const { registered, storage } = await startRegistration();
  const made = await registered(service);
  const row = JSON.stringify(await storage.findClient(made.client_id));
  assert.ok(!row.includes(made.client_secret));
  assert.ok(!row.includes(made.registration_access_token));
});

test('a client without a secret is issued none', async () => {
  const { registered } = await startRegistration();
  const made = await registered(native);
  assert.equal(made.client_secret, undefined);
  assert.equal(made.client_secret_expires_at, undefined);
});

test('a client does not choose its client_id, its secret or its rights (RFC 9700 section 4.15)', async () => {
  const { registered, storage } = await startRegistration();
  const wish = {
    client_id: 'acct_ada',
    client_secret: 'mine',
    isResourceServer: true,
    is_resource_server: true,
    owner: 'acct_grace',
    software_statement: 'eyJ',
  };
  const made = await registered({ ...service, ...wish });
  assert.match(made.client_id, /^app_/);
  assert.notEqual(made.client_secret, 'mine');
  const row = await storage.findClient(made.client_id);
  assert.equal(row?.isResourceServer, false);
  assert.equal(row?.owner, 'acct_ada');
});

test('what kind of program it is follows from the rest, where it is not said', async () => {
  const { registered } = await startRegistration();
  const page = { ...web, token_endpoint_auth_method: 'none' };
  const app = { ...page, redirect_uris: ['com.example.app:/callback'] };
  for (const [metadata, type] of [
    [{ ...web, client_name: 'A' }, 'web'],
    [{ ...page, client_name: 'B' }, 'browser'],
    [{ ...page, client_name: 'C', application_type: 'web' }, 'browser'],
    [{ ...app, client_name: 'D' }, 'native'],
    [{ ...service, client_name: 'E', application_type: 'web' }, 'service'],
  ] as const) {
    assert.equal((await registered(metadata)).application_type, type);
  }
});

provesRule(rules.registrationTokenSent, async () => {
  const { send } = await startRegistration();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(service);
  const response = await send('/register', { method: 'POST', headers, body });
  await refused(response, 401, 'authentication_required');
  assert.equal(
    response.headers.get('www-authenticate'),
    'Bearer realm="Acorn registration"',
  );
});

provesRule(rules.initialAccessTokenUsable, async () => {
  const { register, registered, makeToken, clock, clientCount } =
    await startRegistration();
  await makeToken('spent', 1);
  await makeToken('short', 1, { lifetime: 60 });
  assert.equal((await register(service, 'spent')).status, 201);
  const { registration_access_token } = await registered(web);
  clock.advance(60);
  const before = await clientCount();
  for (const token of ['unknown', 'spent', 'short', registration_access_token]) {
    const response = await register({ ...web, client_name: 'Late' }, token);
    await refused(response, 401, 'invalid_token');
    assert.match(response.headers.get('www-authenticate')!, /error="invalid_token"/);
  }
  assert.equal(await clientCount(), before);
});

provesRule(rules.initialAccessTokenSpent, async () => {
  const { register, makeToken, clientCount } = await startRegistration();
  await makeToken('three', 3);
  const before = await clientCount();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      register({ ...service, client_name: `Harvest ${number}` }, 'three'),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 201).length, 3);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    await refused(answer, 401, 'invalid_token');
  }
  assert.equal(await clientCount(), before + 3);
});

test('a refused registration uses nothing up', async () => {
  const { register, makeToken } = await startRegistration();
  await makeToken('one', 1);
  const wrong = { ...service, scope: 'everything' };
  await refused(await register(wrong, 'one'), 400, 'invalid_client_metadata');
  assert.equal((await register(service, 'one')).status, 201);
});

provesRule(rules.clientsOfOnePersonFew, async () => {
  const { register, storage } = await startRegistration();
  const app = (await storage.findClient('app'))!;
  for (let number = 0; number < mostClientsOfOnePerson - 1; number++) {
    await storage.keepClient({
      ...app,
      clientId: `app_${number}`,
      clientName: `Orchard ${number}`,
      owner: 'acct_ada',
    });
  }
  assert.equal((await register(web)).status, 201);
  await refused(await register(service), 403, 'access_denied');
});

provesRule(rules.registrationRequestsSlowed, async () => {
  const { send, register, clock } = await startRegistration();
  for (let request = 0; request < requestsPerMinute; request++) {
    await send('/register/app', { headers: { authorization: 'Bearer guess' } });
  }
  const response = await register(service);
  await refused(response, 429, 'too_many_requests');
  assert.equal(response.headers.get('retry-after'), '60');
  clock.advance(60);
  assert.equal((await register(service)).status, 201);
});

test('a page may register too (RFC 9700 section 2.6), and no method is served but those', async () => {
  const { send, register } = await startRegistration();
  const headers = {
    origin: 'https://spa.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };
  for (const path of ['/register', '/register/app', '/register/app/secret']) {
    const preflight = await send(path, { method: 'OPTIONS', headers });
    assert.equal(preflight.status, 204, path);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    const other = await send(path, { method: 'PATCH' });
    assert.equal(other.status, 405);
    assert.ok(other.headers.get('allow'));
  }
  const answer = await register(service);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
});
