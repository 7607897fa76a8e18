/** A new secret: shown once, to one person, and the old one beside it for a while. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@four-roles/protocol/hash';
import { curlOf } from '../src/developer/terminal.ts';
import { fieldOf, home, startConsole } from './developer.ts';
import { basic } from './server.ts';

const rotate = `${home}/rotate-secret`;
const secretPage = `${home}/secret`;

/** A new secret for Sundial: the redirect, and the cookie that it sets. */
async function makeSecret(console: Awaited<ReturnType<typeof startConsole>>) {
  const response = await console.act(rotate, { overlap: 'hour' });
  assert.equal(response.status, 303, await response.clone().text());
  const set = response.headers.get('set-cookie')!;
  return { response, set, cookie: set.split(';')[0]! };
}

test('a new secret is shown once, on a page of its own, and works', async () => {
  const console = await startConsole();
  const { response, set, cookie } = await makeSecret(console);
  assert.equal(response.headers.get('location'), secretPage);
  const attributes = `; Max-Age=60; Path=${secretPage}; HttpOnly; SameSite=Strict`;
  assert.equal(set.slice(set.indexOf(';')), attributes);

  const page = await console.open(secretPage, cookie);
  assert.match(page.headers.get('set-cookie')!, /^acorn_shown_once=; Max-Age=0; Path=/);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  const text = await page.text();
  const secret = fieldOf(text, 'client_secret')!;
  assert.match(secret, /^[\w-]{43}$/);
  assert.equal(text.split(secret).length, 2);
  assert.ok(!(await response.text()).includes(secret));
  assert.ok(!set.includes(secret));
  // In zsh, which most of macOS uses, a comment would be a part of the command.
  const [ask, curl] = [...text.matchAll(/<pre[^>]*><code>([^<]*)/g)].map(([, it]) => it);
  assert.equal(ask, 'read -rs CLIENT_SECRET');
  assert.match(curl!, /^curl http:\/\/localhost:9001\/token \\\n/);
  assert.doesNotMatch(curl!, /#/);
  assert.match(text, /the one before for another\s+<strong>1 hour<\/strong>, until /);

  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const token = await console.post('/token', form, basic('sundial', secret));
  assert.equal(token.status, 200);
  const { secretHash } = (await console.storage.findClient('sundial'))!;
  assert.equal(secretHash, sha256(secret));

  const again = await (await console.open(secretPage)).text();
  assert.match(again, /The secret was shown/);
  for (const path of ['/developer', home, secretPage]) {
    assert.ok(!(await (await console.open(path)).text()).includes(secret), path);
  }
});

test('on https, curl is told which authority to trust', () => {
  const curl = curlOf('https://localhost:9001', "/home/ada/ada's/ca.pem");
  assert.equal(
    curl('/token'),
    "curl --cacert '/home/ada/ada'\\''s/ca.pem' https://localhost:9001/token",
  );
});

test('on https the cookie that carries a secret is Secure, and its name says so', async () => {
  const { shownOnce } = await import('../src/developer/shown-once.ts');
  const { clock } = await startConsole();
  const once = shownOnce('https://accounts.acorn.example', 'secret', clock);
  const { Hono } = await import('hono');
  const app = new Hono().get('/', (c) => {
    c.set('developer' as never, { subject: 'acct_ada' } as never);
    return once.showAt(c, '/there', 'value');
  });
  const cookie = (await app.request('/')).headers.get('set-cookie')!;
  assert.match(cookie, /^__Secure-acorn_shown_once=.*; Secure; SameSite=Strict$/);
});

test('the cookie shows its secret to nobody else, on no other page, and not after a minute', async () => {
  const console = await startConsole();
  const { cookie } = await makeSecret(console);
  const client = (await console.storage.findClient('sundial'))!;
  await console.storage.keepClient({ ...client, clientId: 'moondial' });
  const elsewhere = '/developer/applications/moondial/secret';
  assert.match(await (await console.open(elsewhere, cookie)).text(), /was shown/);

  const grace = await console.signIn('grace');
  await console.storage.keepClient({ ...client, owner: 'acct_grace' });
  const headers = { cookie: `${grace}; ${cookie}` };
  const hers = await console.send(secretPage, { headers });
  assert.match(await hers.text(), /was shown/);

  await console.storage.keepClient(client);
  console.clock.advance(61);
  assert.match(await (await console.open(secretPage, cookie)).text(), /was shown/);
});

test('nobody can plant a secret: the cookie is sealed by this server', async () => {
  const console = await startConsole();
  const { cookie } = await makeSecret(console);
  const flipped = cookie.slice(0, -2) + (cookie.endsWith('AA') ? 'BB' : 'AA');
  for (const planted of [
    'acorn_shown_once=chosen',
    'acorn_shown_once=a.b.c.d.e',
    flipped,
  ]) {
    const page = await console.open(secretPage, planted);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /The secret was shown/);
  }
});

test('one script, on the page that shows a secret, and on no other', async () => {
  const console = await startConsole();
  const { cookie } = await makeSecret(console);
  const page = await console.open(secretPage, cookie);
  const policy = page.headers.get('content-security-policy')!;
  assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
  assert.match(await page.text(), /<script src="\/copy\.js" type="module"><\/script>/);
  for (const path of ['/developer', home, secretPage, `${home}/delete`]) {
    const other = await console.open(path);
    assert.doesNotMatch(other.headers.get('content-security-policy')!, /script/, path);
    assert.doesNotMatch(await other.text(), /<script/, path);
  }
});

test('the page of the application says until when the old secret works', async () => {
  const console = await startConsole();
  assert.match(await (await console.open(home)).text(), /One secret works/);
  await console.act(rotate, { overlap: 'hour' });
  const page = await (await console.open(home)).text();
  assert.match(page, /Two secrets work/);
  assert.match(page, /<strong>1 hour<\/strong>/);
  assert.match(
    page,
    /<time datetime="2026-01-01T01:00:00Z">2026-01-01 01:00 UTC<\/time>/,
  );
  console.clock.advance(60 * 60);
  assert.match(await (await console.open(home)).text(), /One secret works/);
  await console.act(rotate, { overlap: 'at-once' });
  assert.match(await (await console.open(home)).text(), /One secret works/);
});

test('the old secret works on for a time that is on offer, and for no other', async () => {
  const { act, storage } = await startConsole();
  for (const overlap of ['year', '604800', '']) {
    assert.equal((await act(rotate, { overlap })).status, 400);
  }
  const { secretHash } = (await storage.findClient('sundial'))!;
  assert.equal(secretHash, sha256('secret'));
});

test('an application without a secret gets none', async () => {
  const { act, open, storage } = await startConsole({ tokenEndpointAuthMethod: 'none' });
  assert.equal((await act(rotate, { overlap: 'hour' })).status, 400);
  assert.doesNotMatch(await (await open(home)).text(), /Make a new secret/);
  const { secretHash } = (await storage.findClient('sundial'))!;
  assert.equal(secretHash, sha256('secret'));
});
