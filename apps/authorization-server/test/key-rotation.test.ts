/**
 * The life of a signing key: published before it signs, there until the last
 * token that it signed has expired, and gone at once where it leaked.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { seconds } from '@four-roles/protocol/clock';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { idTokenLifetime, keySetLifetime } from '../src/lifetimes.ts';
import { keyPublished, rotationOneAtATime } from '../src/rules/signing-keys.ts';
import { loadKeyRing } from '../src/signing-keys/key-ring.ts';
import { rotateKeys, withdrawKey } from '../src/signing-keys/key-rotation.ts';
import { openStorage } from '../src/storage/storage.ts';
import { prepare } from './process.ts';
import { basic, startServer } from './server.ts';

const machine = { grant_type: 'client_credentials', scope: 'contacts.read' };
const kidOf = (jwt: string) => decodeUnverified(jwt)?.header.kid;

const isOnDisk = (file: string, text: string) =>
  [file, `${file}-wal`]
    .filter((each) => existsSync(each))
    .some((each) => readFileSync(each).includes(text));

async function withKeys(file?: string) {
  const server = await startServer(file);
  const { storage, clock, post, send } = server;
  const published = async (): Promise<string[]> =>
    (await (await send('/jwks')).json()).keys.map(({ kid }: { kid: string }) => kid);
  const issue = async (): Promise<string> =>
    (await (await post('/token', machine, basic('machine'))).json()).access_token;
  const rotate = () => rotateKeys(storage, clock);
  const withdraw = (kid: string) => withdrawKey(kid, storage, clock);
  const cleanUp = () => storage.removeExpiredRows(seconds(clock));
  return { ...server, published, issue, rotate, withdraw, cleanUp };
}

test('a new key is published at once, and signs when no copy of the key set is without it', async () => {
  const { key, clock, send, published, issue, rotate } = await withKeys();
  const { kid, signsFrom } = await rotate();
  assert.equal(signsFrom, seconds(clock) + keySetLifetime);
  const answer = await send('/jwks');
  assert.equal(answer.headers.get('cache-control'), `public, max-age=${keySetLifetime}`);
  assert.deepEqual(await published(), [key.kid, kid]);
  clock.advance(keySetLifetime - 1);
  assert.equal(kidOf(await issue()), key.kid);
  clock.advance(1);
  assert.equal(kidOf(await issue()), kid);
});

test('the key set never shows a private half', async () => {
  const { send, rotate } = await withKeys();
  await rotate();
  for (const jwk of (await (await send('/jwks')).json()).keys) {
    assert.deepEqual(Object.keys(jwk), ['kty', 'crv', 'x', 'y', 'kid', 'alg', 'use']);
  }
});

test('the old key is published until the last token that it signed has expired', async () => {
  const { key, clock, published, isActive, issue, rotate, cleanUp } = await withKeys();
  const { kid } = await rotate();
  clock.advance(keySetLifetime - 1);
  const last = await issue();
  clock.advance(1);
  await cleanUp();
  assert.equal(await isActive(last), true);
  clock.advance(idTokenLifetime - 1);
  await cleanUp();
  assert.deepEqual(await published(), [key.kid, kid]);
  clock.advance(1);
  assert.deepEqual(await published(), [kid]);
  await cleanUp();
  assert.deepEqual(await published(), [kid]);
  assert.equal(kidOf(await issue()), kid);
});

test('an ID token of the old key is a good hint at sign-out as long as it has not expired', async () => {
  const { clock, send, obtainTokens, rotate } = await withKeys();
  await rotate();
  clock.advance(keySetLifetime - 1);
  const { id_token } = await obtainTokens();
  const hint = () => send(`/logout?id_token_hint=${id_token}`);
  clock.advance(idTokenLifetime);
  assert.equal((await hint()).status, 200);
  clock.advance(1);
  assert.equal((await hint()).status, 400);
});

test('the private half of a key is deleted when it no longer signs, its bytes included', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'keys.sqlite');
  const { key, storage, clock, published, rotate, cleanUp } = await withKeys(file);
  const { kid } = await rotate();
  const { d: secret } = (await storage.findJwk(key.kid))!;
  clock.advance(keySetLifetime - 1);
  await cleanUp();
  assert.ok(isOnDisk(file, secret!));
  clock.advance(1);
  await cleanUp();
  assert.equal((await storage.findJwk(key.kid))?.d, undefined);
  assert.ok(!isOnDisk(file, secret!));
  assert.deepEqual(await published(), [key.kid, kid]);
});

test('the private half of a key that is withdrawn is gone from the disk with it', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'keys.sqlite');
  const { key, storage, withdraw } = await withKeys(file);
  const { d: secret } = (await storage.findJwk(key.kid))!;
  assert.ok(isOnDisk(file, secret!));
  await withdraw(key.kid);
  assert.ok(!isOnDisk(file, secret!));
});

test('a clock that is set back behind the rotation finds a key that can sign', async () => {
  const { clock, issue, isActive, rotate, cleanUp } = await withKeys();
  const { kid } = await rotate();
  clock.advance(keySetLifetime);
  await cleanUp();
  clock.advance(-keySetLifetime);
  const token = await issue();
  assert.equal(kidOf(token), kid);
  assert.equal(await isActive(token), true);
});

test('a key that leaked is gone at once, with all that it signed, and another one signs', async () => {
  const { key, published, issue, isActive, obtainTokens, post, withdraw } =
    await withKeys();
  const { access_token, refresh_token } = await obtainTokens();
  assert.equal(await isActive(access_token), true);
  await withdraw(key.kid);
  assert.equal(await isActive(access_token), false);
  const fresh = await issue();
  assert.deepEqual(await published(), [kidOf(fresh)]);
  assert.notEqual(kidOf(fresh), key.kid);
  assert.equal(await isActive(fresh), true);

  // A refresh token has no signature: with it, an app gets a token of the new key.
  const form = { grant_type: 'refresh_token', refresh_token };
  const refreshed = await (await post('/token', form, basic('app'))).json();
  assert.equal(await isActive(refreshed.access_token), true);
});

test('a waiting key takes over at once where the signing one is withdrawn', async () => {
  const { key, published, issue, rotate, withdraw } = await withKeys();
  const { kid } = await rotate();
  await withdraw(key.kid);
  assert.deepEqual(await published(), [kid]);
  assert.equal(kidOf(await issue()), kid);
  await rotate();
});

test('a waiting key that is withdrawn leaves everything as it was before', async () => {
  const { key, clock, published, issue, rotate, withdraw, cleanUp } = await withKeys();
  const { kid } = await rotate();
  await withdraw(kid);
  clock.advance(keySetLifetime + idTokenLifetime);
  await cleanUp();
  assert.deepEqual(await published(), [key.kid]);
  assert.equal(kidOf(await issue()), key.kid);
});

test('an old key that is withdrawn takes only what it signed', async () => {
  const { key, clock, published, issue, isActive, rotate, withdraw } = await withKeys();
  const old = await issue();
  const { kid } = await rotate();
  clock.advance(keySetLifetime);
  const fresh = await issue();
  await withdraw(key.kid);
  assert.deepEqual(await published(), [kid]);
  assert.deepEqual([await isActive(old), await isActive(fresh)], [false, true]);
});

test('both are in the record, with the name of the key', async () => {
  const { key, storage, rotate, withdraw } = await withKeys();
  const { kid } = await rotate();
  await withdraw(key.kid);
  const events = await storage.listSecurityEvents({}, 10);
  assert.deepEqual(
    events.map(({ event, details }) => [event, details?.kid]),
    [
      ['signing_key_withdrawn', key.kid],
      ['signing_key_rotated', kid],
    ],
  );
});

test('two processes on one file switch to the new key in the same second', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'keys.sqlite');
  const { key, clock, storage, issue, published, isActive } = await withKeys(file);
  const otherStorage = openStorage(file);
  const otherKeys = await loadKeyRing(otherStorage, clock);
  const others = async () => (await otherKeys.signing()).kid;
  assert.equal(await others(), key.kid);

  const { kid } = await rotateKeys(storage, clock);
  const otherSees = async () => (await otherKeys.published()).map((each) => each.kid);
  assert.deepEqual(await otherSees(), [key.kid, kid]);
  clock.advance(keySetLifetime - 1);
  assert.deepEqual([await others(), kidOf(await issue())], [key.kid, key.kid]);
  clock.advance(1);
  assert.deepEqual([await others(), kidOf(await issue())], [kid, kid]);

  // The other one withdraws the key: this one refuses what it signed at once.
  const token = await issue();
  assert.equal(await isActive(token), true);
  await withdrawKey(kid, otherStorage, clock);
  assert.equal(await isActive(token), false);
  assert.ok(!(await published()).includes(kid));
});

test('a restart in the middle of a rotation changes nothing', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'keys.sqlite');
  const { key, clock, issue, rotate, storage } = await withKeys(file);
  const old = await issue();
  const { kid, signsFrom } = await rotate();
  storage.close();
  const again = openStorage(file);
  const keys = await loadKeyRing(again, clock);
  assert.equal((await keys.signing()).kid, key.kid);
  clock.advance(signsFrom - seconds(clock));
  assert.equal((await keys.signing()).kid, kid);
  assert.notEqual(await keys.find(kidOf(old)), undefined);
});

test('asking which key signs parses no key twice', async (t) => {
  const { storage, keys } = await withKeys();
  await keys.signing();
  const find = t.mock.method(storage, 'findJwk');
  for (let i = 0; i < 100; i++) await keys.signing();
  assert.equal(find.mock.callCount(), 0);
});

provesRule(rotationOneAtATime, async () => {
  const { rotate, published } = await withKeys();
  await rotate();
  await assert.rejects(rotate(), { error: 'invalid_request' });
  assert.equal((await published()).length, 2);
});

provesRule(keyPublished, async () => {
  const { withdraw } = await withKeys();
  await assert.rejects(withdraw('another-kid'), { error: 'invalid_request' });
});
