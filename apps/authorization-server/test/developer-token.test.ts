/** The live tokens of an application, at the developer console. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { tokenOfOwnApplication } from '../src/rules/developer.ts';
import { home, startConsole } from './developer.ts';
import { basic } from './server.ts';

type Console = Awaited<ReturnType<typeof startConsole>>;

async function issue({ post }: Console, client: string) {
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const { access_token } = await (await post('/token', form, basic(client))).json();
  const jti = decodeUnverified(access_token)?.claims.jti ?? '';
  return { token: access_token as string, jti };
}

test('a token of an application is listed until it expires, and revoked by its name', async () => {
  const console = await startConsole();
  const { open, act, isActive, clock } = console;
  assert.match(await (await open(home)).text(), /There is none at the moment/);
  const { token, jti } = await issue(console, 'sundial');
  const other = await issue(console, 'sundial');
  const listed = await (await open(home)).text();
  assert.ok(listed.includes(`name="jti" value="${jti}"`));
  assert.ok(!listed.includes(token));
  assert.match(listed, /http:\/\/localhost:9002\/business\/contacts/);

  const response = await act(`${home}/revoke-token`, { jti });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), `${home}#tokens`);
  assert.equal(await isActive(token), false);
  assert.equal(await isActive(other.token), true);
  const after = await (await open(home)).text();
  assert.ok(!after.includes(`value="${jti}"`));
  assert.match(after, /<span class="tag bad">revoked<\/span>/);

  clock.advance(600);
  assert.match(await (await open(home)).text(), /There is none at the moment/);
});

provesRule(tokenOfOwnApplication, async () => {
  const console = await startConsole();
  const { token, jti } = await issue(console, 'machine');
  const response = await console.act(`${home}/revoke-token`, { jti });
  assert.equal(await console.isActive(token), true);
  assert.equal(response.status, 403);
});

test('what was revoked by suspending is listed as revoked', async () => {
  const console = await startConsole();
  await issue(console, 'sundial');
  await console.act(`${home}/suspend`);
  const page = await (await console.open(home)).text();
  assert.doesNotMatch(page, /name="jti"/);
  assert.match(page, /<span class="tag bad">revoked<\/span>/);
});

test('who revoked a token in the console stands in the record', async () => {
  const console = await startConsole();
  const { jti } = await issue(console, 'sundial');
  await console.act(`${home}/revoke-token`, { jti });
  const filter = { clientId: 'sundial', event: 'token_revoked' };
  const [event] = await console.storage.listSecurityEvents(filter, 1);
  assert.equal(event?.subject, 'acct_ada');
  assert.equal(event?.jti, jti);
  assert.deepEqual(event?.details, { by: 'developer' });
});
