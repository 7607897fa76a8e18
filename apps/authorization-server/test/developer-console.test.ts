/** The developer console: who may see it, and what its pages have in common. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { password, startServer } from './server.ts';

test('nobody sees a page of the console without signing in, also where there is none', async () => {
  const { send } = await startServer();
  for (const path of ['/developer', '/developer/', '/developer/applications/app']) {
    const response = await send(path);
    assert.equal(response.status, 303, path);
    assert.equal(response.headers.get('location'), '/login?next=developer');
  }
});

test('who signs in for the console comes to the console', async () => {
  const { send, submit } = await startServer();
  const page = await (await send('/login?next=developer')).text();
  assert.match(page, /to register applications/);
  assert.match(page, /name="next" value="developer"/);
  const form = { username: 'ada', password, next: 'developer' };
  const response = await submit('/login', form);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/developer');
});

test('a sign-in leads to a place of the list, never to an address that somebody sent (RFC 9700, section 4.11.2)', async () => {
  const { send, submit } = await startServer();
  for (const next of ['https://evil.example', '//evil.example', 'toString', '']) {
    const query = new URLSearchParams({ next });
    assert.match(await (await send(`/login?${query}`)).text(), /Nothing is in progress/);
    const response = await submit('/login', { username: 'ada', password, next });
    assert.equal(response.headers.get('location'), '/account');
  }
});

test('a wrong password does not forget where somebody wanted to go', async () => {
  const { submit } = await startServer();
  const form = { username: 'ada', password: 'guess', next: 'developer' };
  const response = await submit('/login', form);
  assert.equal(response.status, 403);
  assert.match(await response.text(), /name="next" value="developer"/);
});

test('each person sees their own applications, and only those', async () => {
  const { storage, send, signIn } = await startServer();
  const client = (await storage.findClient('app'))!;
  const owned = {
    ...client,
    clientId: 'of-ada',
    clientName: 'Sundial',
    owner: 'acct_ada',
  };
  await storage.keepClient(owned);
  const page = async (username: string) => {
    const cookie = await signIn(username);
    return (await send('/developer', { headers: { cookie } })).text();
  };
  const ofAda = await page('ada');
  assert.match(ofAda, /Sundial/);
  assert.doesNotMatch(ofAda, /The App/);
  const ofGrace = await page('grace');
  assert.match(ofGrace, /You have registered no application yet/);
  assert.doesNotMatch(ofGrace, /Sundial/);
});

test('no form of the console is taken from another site', async () => {
  const { post, signIn } = await startServer();
  const cookie = await signIn();
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const headers = { cookie, ...(origin && { origin }) };
    const response = await post('/developer/applications/new', {}, headers);
    assert.equal(response.status, 403);
  }
});
