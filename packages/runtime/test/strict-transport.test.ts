/** HTTP Strict Transport Security: RFC 6797. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { canonicalHost } from '../src/canonical-host.ts';
import { strictTransport } from '../src/strict-transport.ts';

async function policyAt(origin: string, url = `${origin}/`): Promise<string | null> {
  const app = new Hono();
  app.onError((_, c) => c.text('refused', 421));
  app.use(strictTransport(origin), canonicalHost(origin));
  app.all('*', () => new Response('served'));
  return (await app.request(url)).headers.get('Strict-Transport-Security');
}

test('over https a browser is told to come back over https for a year', async () => {
  const origin = 'https://accounts.acorn.example';
  assert.equal(await policyAt(origin), 'max-age=31536000');
  assert.equal(await policyAt(origin, 'https://acorn.example/'), 'max-age=31536000');
});

test('never for loopback, which belongs to every program on this machine', async () => {
  for (const host of ['localhost:9001', '127.0.0.1:9001', '[::1]:9001', 'localhost']) {
    assert.equal(await policyAt(`https://${host}`), null, host);
  }
});

test('never over plain HTTP (RFC 6797, section 7.2)', async () => {
  assert.equal(await policyAt('http://localhost:9001'), null);
});
