/** Consent: what the person is asked, and what becomes of the answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/resource-owner.ts';
import {
  authorizationRequest,
  basic,
  codeForm,
  consentForm,
  startServer,
  toldClient,
} from './server.ts';

const request = authorizationRequest().toString();

test('the consent page names the app, its site, the host it returns to, and each scope', async () => {
  const { send, signIn } = await startServer();
  const cookie = await signIn();
  const response = await send(`/authorize?${request}`, { headers: { cookie } });
  assert.equal(response.status, 200);
  const csp = response.headers.get('content-security-policy')!;
  assert.match(csp, /form-action 'self' https:\/\/app\.example;/);
  assert.match(csp, /frame-ancestors 'none'/);
  assert.doesNotMatch(csp, /unsafe/);
  const page = await response.text();
  for (const words of [
    'Do you allow <em>The App</em>',
    '<a href="https://app.example" rel="noreferrer">app.example</a>',
    'Know that it is you',
    'See your name and your picture',
    'Read your messages',
  ]) {
    assert.ok(page.includes(words), words);
  }
  const again = await send(`/authorize?${request}`, { headers: { cookie } });
  assert.equal(await again.text(), page);
});

test('a scope that was unticked is not granted', async () => {
  const { agree, signIn, post } = await startServer();
  const answer = await agree(await signIn(), authorizationRequest(), ['profile']);
  const form = codeForm(answer.searchParams.get('code')!);
  const tokens = await (await post('/token', form, basic('app'))).json();
  assert.equal(tokens.scope, 'openid profile');
});

test('a scope that was not asked for cannot be ticked', async () => {
  const { agree, signIn, post } = await startServer();
  const query = authorizationRequest({ scope: 'openid' });
  const answer = await agree(await signIn(), query, ['mail.read']);
  const form = codeForm(answer.searchParams.get('code')!);
  const tokens = await (await post('/token', form, basic('app'))).json();
  assert.equal(tokens.scope, 'openid');
});

test('refusing sends access_denied to the client', async () => {
  const { send, submit, signIn } = await startServer();
  const cookie = await signIn();
  const page = await (
    await send(`/authorize?${request}`, { headers: { cookie } })
  ).text();
  toldClient(
    await submit('/consent', consentForm(page, [], 'deny'), cookie),
    'access_denied',
  );
});

test('an agreement is remembered; for more, the person is asked again', async () => {
  const { agree, send, signIn } = await startServer();
  const cookie = await signIn();
  const ask = (scope: string) =>
    send(`/authorize?${authorizationRequest({ scope })}`, { headers: { cookie } });
  await agree(cookie, authorizationRequest({ scope: 'openid profile' }));
  assert.equal((await ask('openid')).status, 303);
  assert.match(await (await ask('openid mail.read')).text(), /Read your messages/);
});

test('what was allowed before and is unticked now is taken back', async () => {
  const { agree, send, signIn } = await startServer();
  const cookie = await signIn();
  await agree(cookie, authorizationRequest());
  const again = authorizationRequest({ prompt: 'consent' });
  await agree(cookie, again, ['profile']);
  const response = await send(`/authorize?${request}`, { headers: { cookie } });
  assert.match(await response.text(), /Do you allow/);
});

test('a consent page that is answered after the session ended leads back to the login page', async () => {
  const { submit } = await startServer();
  const form = [
    ['request', `${request}\r\nX-Evil: 1\0`],
    ['seal', ''],
    ['decision', 'allow'],
  ];
  const response = await submit('/consent', form);
  assert.equal(response.status, 303);
  assert.match(response.headers.get('location')!, /^\/login\?response_type=code&/);
});

provesRule(rules.consentByThePersonAsked, async () => {
  const { send, submit, signIn } = await startServer();
  const ada = await signIn('ada');
  const grace = await signIn('grace');
  const page = await send(`/authorize?${request}`, { headers: { cookie: ada } });
  const form = consentForm(await page.text(), ['mail.read']);
  assert.equal((await submit('/consent', form, grace)).status, 403);
});
