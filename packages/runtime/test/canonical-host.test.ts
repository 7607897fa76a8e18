/** One host name, and what becomes of requests for others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { Hono } from 'hono';
import { canonicalHost, hostIsOurs } from '../src/canonical-host.ts';

const app = new Hono();
app.onError((error, c) => {
  assert.ok(error instanceof OAuthError);
  return c.json(error.wire, error.status);
});
app.use(canonicalHost('http://localhost:9001'));
app.all('*', (c) => c.text('served'));

provesRule(hostIsOurs, async () => {
  for (const host of [
    'attacker.example',
    'localhost.attacker.example',
    '127.0.0.1.nip.io',
  ]) {
    const response = await app.request(`http://${host}:9001/account`);
    assert.equal(response.status, 421, host);
    assert.doesNotMatch(await response.text(), /served/);
  }
});

test('our own name, at whatever port it reached us', async () => {
  for (const address of ['http://localhost:9001/a', 'http://localhost:9101/a']) {
    assert.equal((await app.request(address)).status, 200);
  }
});

test('another name of this machine: who reads is led on, who writes is refused', async () => {
  for (const host of ['127.0.0.1', '127.1.2.3', '[::1]']) {
    const address = `http://${host}:9001/authorize?client_id=briefing`;
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await app.request(address, { method });
      assert.equal(status, 307, `${method} ${host}`);
      const location = 'http://localhost:9001/authorize?client_id=briefing';
      assert.equal(headers.get('Location'), location);
    }
    const { status, headers } = await app.request(address, { method: 'POST' });
    assert.equal(status, 421, host);
    assert.equal(headers.get('Location'), null);
  }
});
