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

test('what clients call answers to POST only', async () => {
  const { send } = await startServer();
  for (const path of ['/token', '/introspect', '/revoke']) {
    const response = await send(`${path}?grant_type=client_credentials`);
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST');
    assert.equal((await response.json()).error, 'invalid_request');
  }
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
