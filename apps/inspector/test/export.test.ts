/** GET /api/export/:format: a file of everything or of one flow, masked unless asked otherwise. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHar } from '../src/exports/open-har.ts';
import { inspect } from './inspector-setting.ts';

test('GET /api/export/:format gives a file, masked unless asked otherwise', async (t) => {
  const { get, issuer, recording } = await inspect(t);
  const secret = 'Y29uZmlkZW50aWFsIHRvIHRoZSBlbmQ';
  const body = new URLSearchParams({ client_secret: secret, code: 'c0d3-of-Ada' });
  await fetch(`${issuer}/token`, { method: 'POST', body });
  for (const [format, extension] of [
    ['har', 'har'],
    ['markdown', 'md'],
    ['page', 'html'],
    ['mermaid', 'mmd'],
  ] as const) {
    const response = await get(`/api/export/${format}`);
    assert.equal(
      response.headers.get('Content-Disposition'),
      `attachment; filename="four-roles.${extension}"`,
    );
    assert.ok(!(await response.text()).includes(secret), format);
    if (format === 'mermaid') continue;
    const shown = await get(`/api/export/${format}?secrets=shown`);
    assert.ok((await shown.text()).includes(secret), format);
  }
  const har = await (await get('/api/export/har?flow=1')).text();
  const { exchanges, keys } = fromHar(har, recording.origins);
  assert.equal(exchanges.length, 1);
  assert.deepEqual(keys, { keys: [{ kid: 'the key' }] });

  assert.equal((await get('/api/export/har?flow=7')).status, 404);
  assert.equal((await get('/api/export/toString')).status, 404);
  assert.equal((await get('/api/export/har?flow=x')).status, 400);
  assert.equal((await get('/api/export/har?secrets=yes')).status, 400);
});

test('of one flow: what another flow calls a secret is one here too', async (t) => {
  const { get, issuer } = await inspect(t);
  const body = new URLSearchParams({ password: 'correct-horse-battery' });
  await fetch(`${issuer}/login`, { method: 'POST', body });
  await fetch(issuer, { headers: { 'User-Agent': 'other/1', 'X-Note': String(body) } });
  await fetch(issuer, {
    headers: { 'User-Agent': 'other/1', 'X-Note': body.get('password')! },
  });
  const har = await (await get('/api/export/har?flow=2')).text();
  assert.match(har, /X-Note/i);
  assert.doesNotMatch(har, /correct-horse/);
});
