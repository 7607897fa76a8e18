/** One application at the developer console: its owner looks after it, and nobody else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { applicationOfItsOwner } from '../src/rules/developer.ts';
import { home, startConsole } from './developer.ts';
import { basic } from './server.ts';

const tokenForm = { grant_type: 'client_credentials', scope: 'contacts.read' };
const pages = ['', '/edit', '/secret', '/delete'];
const actions = [
  '/rotate-secret',
  '/edit',
  '/revoke-token',
  '/suspend',
  '/resume',
  '/delete',
];

provesRule(applicationOfItsOwner, async () => {
  const { send, submit, signIn, storage } = await startConsole();
  const before = await storage.findClient('sundial');
  const cookie = await signIn('grace');
  const withoutTrace = (page: string) => page.replace(/<code>[0-9a-f]{32}<\/code>/, '');
  const nowhere = await send('/developer/applications/nothing', { headers: { cookie } });
  const nothingThere = withoutTrace(await nowhere.text());
  for (const page of pages) {
    const response = await send(home + page, { headers: { cookie } });
    assert.equal(response.status, 404, page);
    assert.equal(withoutTrace(await response.text()), nothingThere);
  }
  for (const action of actions) {
    const response = await submit(home + action, { overlap: 'hour' }, cookie);
    assert.equal(response.status, 404, action);
  }
  assert.deepEqual(await storage.findClient('sundial'), before);
});

test('an application that nobody registered here, such as those of the demonstration, is nobody\u2019s', async () => {
  const { open, act } = await startConsole();
  assert.equal((await open('/developer/applications/machine')).status, 404);
  assert.equal((await act('/developer/applications/machine/delete')).status, 404);
});

test('no action on an application is taken from another site, or without an origin', async () => {
  const { post, signIn, storage } = await startConsole();
  const before = await storage.findClient('sundial');
  const cookie = await signIn();
  for (const origin of ['https://evil.example', 'null', undefined]) {
    for (const action of actions) {
      const headers = { cookie, ...(origin && { origin }) };
      const response = await post(home + action, { overlap: 'at-once' }, headers);
      assert.equal(response.status, 403, action);
    }
  }
  assert.deepEqual(await storage.findClient('sundial'), before);
});

test('suspending kills the tokens that were issued, and resuming does not revive them', async () => {
  const { open, act, post, isActive, clock } = await startConsole();
  const { access_token } = await (
    await post('/token', tokenForm, basic('sundial'))
  ).json();
  assert.equal(await isActive(access_token), true);
  const suspended = await act(`${home}/suspend`);
  assert.equal(suspended.status, 303);
  assert.equal(suspended.headers.get('location'), home);
  assert.equal(await isActive(access_token), false);
  assert.match(await (await open(home)).text(), /It is suspended/);
  assert.match(await (await open('/developer')).text(), /suspended/);

  clock.advance(1);
  assert.equal((await act(`${home}/resume`)).status, 303);
  assert.equal(await isActive(access_token), false);
  const renewed = await (await post('/token', tokenForm, basic('sundial'))).json();
  assert.equal(await isActive(renewed.access_token), true);
  assert.doesNotMatch(await (await open(home)).text(), /It is suspended/);
});

test('deleting asks first, and says what ends', async () => {
  const { open, act, post, isActive, storage } = await startConsole();
  const { access_token } = await (
    await post('/token', tokenForm, basic('sundial'))
  ).json();
  await storage.rememberConsent('acct_grace', 'sundial', ['openid'], ['openid'], 0);
  const question = await (await open(`${home}/delete`)).text();
  // Who verifies signatures alone is told by nobody.
  assert.match(question, /when it expires, in 10 minutes at most/);
  assert.match(question, /Delete Sundial\?/);
  assert.match(question, /the one person who let it in/);
  assert.doesNotMatch(question, /refresh token/);
  assert.ok(await storage.findClient('sundial'));

  const response = await act(`${home}/delete`);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/developer');
  assert.equal(await storage.findClient('sundial'), undefined);
  assert.equal(await isActive(access_token), false);
  const gone = await open(home);
  assert.equal(gone.status, 404);
  assert.match(await gone.text(), /<a href="\/developer">Your applications<\/a>/);
  assert.equal((await post('/token', tokenForm, basic('sundial'))).status, 401);
});

test('what an application says of itself is text on the pages of the console', async () => {
  const markup = '"><script>alert(1)</script>';
  const { open } = await startConsole({
    clientName: markup,
    description: markup,
    clientUri: 'javascript:alert(1)',
    redirectUris: [`https://app.example/${markup}`],
    applicationType: 'web',
  });
  for (const path of ['/developer', home, `${home}/delete`]) {
    const page = await (await open(path)).text();
    assert.doesNotMatch(page, /<script|href="javascript/, path);
  }
});

test('the page of an application shows its registration, and never a hash of its secret', async () => {
  const { open, storage } = await startConsole({ description: 'Tells the time.' });
  const page = await (await open(home)).text();
  for (const text of [
    'Sundial',
    'Tells the time.',
    'contacts.read',
    'Read the contacts',
  ]) {
    assert.ok(page.includes(text), text);
  }
  assert.ok(!page.includes((await storage.findClient('sundial'))!.secretHash!));
});
