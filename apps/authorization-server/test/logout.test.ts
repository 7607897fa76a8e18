/** Signing out of Acorn: OpenID Connect RP-Initiated Logout 1.0. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/resource-owner.ts';
import { startServer } from './server.ts';

test('signing out asks first, then ends the session and returns to the app', async () => {
  const { send, submit, signIn } = await startServer();
  const cookie = await signIn();
  const leave = {
    client_id: 'app',
    post_logout_redirect_uri: 'https://app.example/bye',
    state: 'xyz',
  };
  const path = `/logout?${new URLSearchParams(leave)}`;
  const page = await send(path, { headers: { cookie } });
  assert.match(await page.text(), /Sign out of Acorn\?/);
  const response = await submit('/logout', { ...leave, decision: 'sign-out' }, cookie);
  assert.equal(response.headers.get('location'), 'https://app.example/bye?state=xyz');
  assert.match(response.headers.get('set-cookie')!, /^acorn_session=; Max-Age=0/);
  const after = await send('/account', { headers: { cookie } });
  assert.equal(after.headers.get('location'), '/login?next=account');
});

test('nobody is sent on unasked to an address that just anybody registered (section 3)', async () => {
  const { send, storage, obtainTokens, clock } = await startServer();
  const app = (await storage.findClient('app'))!;
  const leave = { client_id: 'app', post_logout_redirect_uri: 'https://app.example/bye' };
  const { id_token: id_token_hint } = await obtainTokens();
  const leadsTo = async (query: Record<string, string>) => {
    const response = await send(`/logout?${new URLSearchParams(query)}`);
    return response.headers.get('location');
  };
  assert.equal(await leadsTo(leave), leave.post_logout_redirect_uri);
  await storage.keepClient({ ...app, owner: 'acct_grace' });
  assert.equal(await leadsTo(leave), null);
  assert.equal(
    await leadsTo({ ...leave, id_token_hint }),
    leave.post_logout_redirect_uri,
  );
  await storage.suspendClient('app', clock.now() / 1000);
  assert.equal(await leadsTo({ ...leave, id_token_hint }), null);
});

provesRule(rules.postLogoutRedirectUriRegistered, async () => {
  const { send } = await startServer();
  const query = `client_id=app&post_logout_redirect_uri=${encodeURIComponent('https://evil.example/')}`;
  const response = await send(`/logout?${query}`);
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('location'), null);
});

provesRule(rules.idTokenHintOurs, async () => {
  const { send, obtainTokens } = await startServer();
  const { id_token } = await obtainTokens();
  const [header, , signature] = id_token.split('.');
  const claims = Buffer.from('{"aud":"other"}').toString('base64url');
  const id_token_hint = [header, claims, signature].join('.');
  const response = await send(`/logout?${new URLSearchParams({ id_token_hint })}`);
  assert.equal(response.status, 400);
});

provesRule(rules.clientIdMatchesHint, async () => {
  const { send, obtainTokens } = await startServer();
  const { id_token } = await obtainTokens();
  const query = new URLSearchParams({ id_token_hint: id_token, client_id: 'other' });
  assert.equal((await send(`/logout?${query}`)).status, 400);
});
