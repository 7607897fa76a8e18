/** What every token request has in common: RFC 6749 section 3.2. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/token-request.ts';
import { basic, refused, startServer } from './server.ts';

provesRule(rules.formBody, async () => {
  const { send } = await startServer();
  const json = {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  };
  await refused(await send('/token', json), 400, 'invalid_request');
});

test('a body that never ends is cut off', async () => {
  const { send } = await startServer();
  const body = `grant_type=client_credentials&scope=${'x'.repeat(10_000_000)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await send('/token', { method: 'POST', body, headers });
  await refused(response, 413, 'payload_too_large');
});

test('what programs call tells them which methods it answers to (RFC 9110 section 15.5.6)', async () => {
  const { send } = await startServer();
  for (const [allow, method, paths] of [
    ['POST', 'GET', ['/token', '/introspect', '/revocations', '/revoke']],
    ['POST', 'PUT', ['/token', '/introspect', '/revocations', '/revoke']],
    ['GET, HEAD', 'POST', ['/jwks', '/.well-known/oauth-authorization-server']],
  ] as const) {
    for (const path of paths) {
      const response = await send(`${path}?grant_type=client_credentials`, { method });
      await refused(response.clone(), 405, 'method_not_allowed');
      assert.equal(response.headers.get('allow'), allow);
    }
  }
});

test('where there is nothing, a program is told so in JSON and a person on a page', async () => {
  const { send } = await startServer();
  for (const path of ['/.well-known/webfinger', '/register/app/keys', '/token/']) {
    await refused(await send(path), 404, 'not_found');
  }
  const page = await send('/nowhere');
  assert.equal(page.status, 404);
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
});

provesRule(rules.grantTypeSent, async () => {
  const { post } = await startServer();
  await refused(await post('/token', {}, basic('app')), 400, 'invalid_request');
});

provesRule(rules.grantTypeSupported, async () => {
  const { post } = await startServer();
  const form = { grant_type: 'password', username: 'ada', password: 'x' };
  await refused(await post('/token', form, basic('app')), 400, 'unsupported_grant_type');
});

provesRule(rules.grantTypeAllowed, async () => {
  const { post } = await startServer();
  const form = { grant_type: 'client_credentials', scope: 'profile' };
  await refused(await post('/token', form, basic('app')), 400, 'unauthorized_client');
});
