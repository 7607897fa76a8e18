/** The signing keys in the developer console: for operators. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { idTokenLifetime, keySetLifetime } from '../src/lifetimes.ts';
import { keysForOperators } from '../src/rules/signing-keys.ts';
import { startServer } from './server.ts';

const path = '/developer/keys';

/** Ada is an operator, and signed in; Grace is none. */
async function withOperator() {
  const server = await startServer();
  const { storage, send, signIn, submit } = server;
  const ada = (await storage.findAccount('acct_ada'))!;
  await storage.keepAccount({ ...ada, isOperator: true });
  const cookie = await signIn('ada');
  const get = async (at: string, as = cookie) => send(at, { headers: { cookie: as } });
  const page = async (at = path) => (await get(at)).text();
  const press = (action: string) => submit(`${path}/${action}`, {}, cookie);
  return { ...server, get, page, press };
}

/** The text of a page, its spaces as one. */
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('an operator rotates the keys, and the page says what each does and until when', async () => {
  const { key, clock, page, press } = await withOperator();
  assert.match(words(await page()), new RegExp(`${key.kid} signs .* ago it is rotated`));
  const answer = await press('rotate');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), path);
  const waiting = words(await page());
  assert.match(waiting, /signs in 5 minutes/);
  assert.match(waiting, new RegExp(`${key.kid} signs .* ago 2026-01-01 01:05 UTC`));
  assert.doesNotMatch(waiting, /Rotate the keys/);
  clock.advance(keySetLifetime);
  assert.match(words(await page()), new RegExp(`${key.kid} signs no more`));
  assert.match(await page(), /Rotate the keys/);
  clock.advance(idTokenLifetime);
  assert.doesNotMatch(await page(), new RegExp(key.kid));
});

test('who presses "Rotate" twice is told that one key waits, on a page', async () => {
  const { press } = await withOperator();
  await press('rotate');
  const again = await press('rotate');
  assert.equal(again.status, 400);
  assert.match(words(await again.text()), /The keys are as they were/);
});

test('the price of a withdrawal stands before it, and depends on what the key does', async () => {
  const { key, storage, page, press } = await withOperator();
  await press('rotate');
  const [, waiting] = await storage.listSigningKeys();
  const before = (kid: string) => page(`${path}/${kid}/withdraw`).then(words);
  assert.match(await before(key.kid), /Every client has to get new tokens/);
  assert.match(await before(waiting!.kid), /It costs nothing/);
  assert.equal((await press(`${key.kid}/withdraw`)).status, 303);
  assert.doesNotMatch(await page(), new RegExp(key.kid));
  assert.match(words(await page()), new RegExp(`${waiting!.kid} signs`));

  // It is gone: a second withdrawal finds nothing to withdraw.
  assert.equal((await press(`${key.kid}/withdraw`)).status, 400);
  const events = await storage.listSecurityEvents({ event: 'signing_key_withdrawn' }, 10);
  assert.deepEqual(
    events.map(({ subject, details }) => [subject, details]),
    [['acct_ada', { kid: key.kid }]],
  );
});

test('the way to the keys is shown to operators only', async () => {
  const { get, signIn } = await withOperator();
  const link = /href="\/developer\/keys"/;
  assert.match(await (await get('/developer')).text(), link);
  const grace = await signIn('grace');
  assert.doesNotMatch(await (await get('/developer', grace)).text(), link);
});

provesRule(keysForOperators, async () => {
  const { key, get, signIn, submit, storage } = await withOperator();
  const grace = await signIn('grace');
  for (const at of [path, `${path}/${key.kid}/withdraw`]) {
    const answer = await get(at, grace);
    assert.equal(answer.status, 403);
    const text = await answer.text();
    assert.match(text, /This page is for whoever runs Acorn/);
    assert.doesNotMatch(text, new RegExp(key.kid));
  }
  for (const action of ['rotate', `${key.kid}/withdraw`]) {
    assert.equal((await submit(`${path}/${action}`, {}, grace)).status, 403);
  }
  assert.equal((await storage.listSigningKeys()).length, 1);
});
