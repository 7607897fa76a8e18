/** Initial access tokens at the developer console (RFC 7591, section 3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@four-roles/protocol/hash';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/developer.ts';
import { fieldOf, startConsole } from './developer.ts';

const path = '/developer/initial-access-tokens';
const good = { scope: 'contacts.read', registrations: '2', lifetime: 'day' };

test('a token is made for some scopes, some registrations and some time, and shown once', async () => {
  const { open, act, storage, clock } = await startConsole();
  assert.match(await (await open(path)).text(), /You have none/);
  const response = await act(path, good);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), `${path}/shown`);
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const text = await (await open(`${path}/shown`, cookie)).text();
  const token = fieldOf(text, 'initial_access_token')!;
  assert.equal(text.split(token).length, 2);

  const now = clock.now() / 1000;
  assert.deepEqual(await storage.findInitialAccessToken(sha256(token), now), {
    tokenHash: sha256(token),
    owner: 'acct_ada',
    scopes: ['contacts.read'],
    registrationsLeft: 2,
    createdAt: now,
    expiresAt: now + 24 * 60 * 60,
  });
  assert.match(await (await open(`${path}/shown`)).text(), /The token was shown/);
  const list = await (await open(path)).text();
  assert.match(list, /<code>contacts\.read<\/code>/);
  assert.ok(!list.includes(token));
});

test('a token is removed by whose it is, and by nobody else', async () => {
  const { open, act, submit, signIn } = await startConsole();
  await act(path, good);
  const [, token_hash = ''] =
    /name="token_hash" value="([^"]+)"/.exec(await (await open(path)).text()) ?? [];
  await submit(`${path}/remove`, { token_hash }, await signIn('grace'));
  assert.match(await (await open(path)).text(), /name="token_hash"/);
  const response = await act(`${path}/remove`, { token_hash });
  assert.equal(response.headers.get('location'), path);
  assert.match(await (await open(path)).text(), /You have none/);
});

test('what is wrong is said beside its field, and what was typed stays', async () => {
  const { act } = await startConsole();
  const response = await act(path, {
    scope: 'payments.read',
    registrations: 'many"<b>',
    lifetime: 'year',
  });
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('set-cookie'), null);
  const page = await response.text();
  assert.match(page, /role="alert" tabindex="-1" autofocus/);
  assert.match(page, /2 things have/);
  assert.match(page, /value="payments\.read" checked/);
  assert.match(page, /value="many&quot;&lt;b&gt;"/);
  assert.match(page, /href="#registrations"/);
  assert.match(page, /aria-describedby="registrations-hint registrations-error"/);
});

provesRule(rules.initialAccessTokenForKnownScopes, async () => {
  const { act, storage } = await startConsole();
  for (const scope of ['everything', '']) {
    assert.equal((await act(path, { ...good, scope })).status, 400);
  }
  assert.deepEqual(await storage.listInitialAccessTokens('acct_ada'), []);
});

provesRule(rules.initialAccessTokenBounded, async () => {
  const { act, storage } = await startConsole();
  for (const registrations of ['1000', '0', '-1', '1.5', '']) {
    assert.equal((await act(path, { ...good, registrations })).status, 400);
  }
  assert.deepEqual(await storage.listInitialAccessTokens('acct_ada'), []);
});

provesRule(rules.initialAccessTokenShortLived, async () => {
  const { act, storage } = await startConsole();
  assert.equal((await act(path, { ...good, lifetime: 'year' })).status, 400);
  assert.deepEqual(await storage.listInitialAccessTokens('acct_ada'), []);
});

provesRule(rules.initialAccessTokensOfOnePersonFew, async () => {
  const { act, storage } = await startConsole();
  for (let made = 0; made < 20; made += 1) {
    assert.equal((await act(path, good)).status, 303);
  }
  const response = await act(path, good);
  assert.equal(response.status, 400);
  assert.match(await response.text(), /Remove a token that is used up/);
  assert.equal((await storage.listInitialAccessTokens('acct_ada')).length, 20);
});
