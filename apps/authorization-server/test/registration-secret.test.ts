/** A registered client gets a new secret, and the old one works on for a while. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seconds } from '@four-roles/protocol/clock';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/client-registration.ts';
import { pathOf, startRegistered, web } from './registration-world.ts';
import { refused } from './server.ts';

test('a client gets a new secret, and is told until when the old one works on', async () => {
  const { made, ask, tokenRequest, storage, clock } = await startRegistered();
  const now = seconds(clock);
  for (const [body, lifetime] of [
    [{}, 86_400],
    [undefined, 86_400],
    [{ previous_secret_lifetime: 0 }, 0],
    [{ previous_secret_lifetime: 604_800 }, 604_800],
  ] as const) {
    const before = (await storage.findClient(made.client_id))?.secretHash;
    const response = await ask('POST', body, '/secret');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { client_secret, ...rest } = await response.json();
    assert.deepEqual(rest, {
      client_secret_expires_at: 0,
      previous_secret_expires_at: now + lifetime,
    });
    assert.equal((await tokenRequest(client_secret)).status, 200);
    const row = await storage.findClient(made.client_id);
    assert.equal(row?.previousSecretHash, before);
    assert.equal(row?.previousSecretExpiresAt, now + lifetime);
  }
});

test('both secrets work until the stated time, and from then on the new one alone', async () => {
  const { made, ask, tokenRequest, clock } = await startRegistered();
  const rotated = await ask('POST', { previous_secret_lifetime: 3600 }, '/secret');
  const { client_secret } = await rotated.json();
  clock.advance(3599);
  for (const secret of [made.client_secret, client_secret]) {
    assert.equal((await tokenRequest(secret)).status, 200);
  }
  clock.advance(1);
  await refused(await tokenRequest(made.client_secret), 401, 'invalid_client');
  assert.equal((await tokenRequest(client_secret)).status, 200);
});

test('a secret that has leaked stops at once, where that is asked for', async () => {
  const { made, ask, tokenRequest } = await startRegistered();
  const rotated = await ask('POST', { previous_secret_lifetime: 0 }, '/secret');
  await refused(await tokenRequest(made.client_secret), 401, 'invalid_client');
  const { client_secret } = await rotated.json();
  assert.equal((await tokenRequest(client_secret)).status, 200);
});

test('what is asked for without a Content-Type is refused, and not overlooked', async () => {
  const { made, send, tokenRequest } = await startRegistered();
  const response = await send(`${pathOf(made)}/secret`, {
    method: 'POST',
    headers: { authorization: `Bearer ${made.registration_access_token}` },
    body: new TextEncoder().encode('{"previous_secret_lifetime":0}'),
  });
  await refused(response, 400, 'invalid_client_metadata');
  assert.equal((await tokenRequest()).status, 200);
});

provesRule(rules.secretOverlapBounded, async () => {
  const { ask } = await startRegistered();
  for (const previous_secret_lifetime of [-1, 604_801, 0.5, '60', null, {}]) {
    const response = await ask('POST', { previous_secret_lifetime }, '/secret');
    await refused(response, 400, 'invalid_client_metadata');
  }
});

provesRule(rules.rotationOfSecretOnly, async () => {
  const { registered, sendJson } = await startRegistered();
  const page = await registered({ ...web, token_endpoint_auth_method: 'none' });
  const path = `${pathOf(page)}/secret`;
  const response = await sendJson('POST', path, page.registration_access_token, {});
  await refused(response, 400, 'invalid_client_metadata');
});
