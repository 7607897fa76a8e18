/** The refresh token grant: RFC 6749 section 6, RFC 9700 section 4.14. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/refresh-token.ts';
import {
  authorizationRequest,
  basic,
  codeForm,
  contacts,
  refreshForm,
  refused,
  startServer,
  type Tokens,
  user,
} from './server.ts';

test('refreshing rotates: a new access token, a new refresh token', async () => {
  const { post, obtainTokens } = await startServer();
  const before = await obtainTokens();
  const response = await post('/token', refreshForm(before.refresh_token), basic('app'));
  const after: Tokens = await response.json();
  assert.notEqual(after.refresh_token, before.refresh_token);
  assert.notEqual(after.access_token, before.access_token);
  assert.equal(after.scope, before.scope);
  assert.equal(decodeUnverified(after.access_token)!.claims.aud, user);
});

test('a public client refreshes without a secret', async () => {
  const { post, agree, signIn } = await startServer();
  const redirect_uri = 'http://127.0.0.1:4444/cb';
  const query = authorizationRequest({ client_id: 'native', redirect_uri });
  const code = (await agree(await signIn(), query)).searchParams.get('code')!;
  const form = codeForm(code, { redirect_uri, client_id: 'native' });
  const tokens: Tokens = await (await post('/token', form)).json();
  const refresh = refreshForm(tokens.refresh_token, { client_id: 'native' });
  assert.equal((await post('/token', refresh)).status, 200);
});

provesRule(rules.refreshTokenKnown, async () => {
  const { post } = await startServer();
  await refused(
    await post('/token', refreshForm('made-up'), basic('app')),
    400,
    'invalid_grant',
  );
});

provesRule(rules.refreshTokenBoundToClient, async () => {
  const { post, obtainTokens } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  await refused(await post('/token', form, basic('other')), 400, 'invalid_grant');
});

provesRule(rules.refreshTokenNotExpired, async () => {
  const { post, obtainTokens, clock } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  clock.advance(7 * 24 * 3600 + 1);
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

test('rotation does not prolong the grant: it ends after thirty days', async () => {
  const { post, obtainTokens, clock } = await startServer();
  let { refresh_token } = await obtainTokens();
  for (let day = 0; day < 30; day += 5) {
    const response = await post('/token', refreshForm(refresh_token), basic('app'));
    assert.equal(response.status, 200, `day ${day}`);
    refresh_token = (await response.json()).refresh_token;
    clock.advance(5 * 24 * 3600 + 1);
  }
  await refused(
    await post('/token', refreshForm(refresh_token), basic('app')),
    400,
    'invalid_grant',
  );
});

provesRule(rules.refreshTokenUsedOnce, async () => {
  // A thief uses the copy of a token whose owner has refreshed since.
  const { post, obtainTokens, clock } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  assert.equal((await post('/token', form, basic('app'))).status, 200);
  clock.advance(11);
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

test('reuse ends the whole family (RFC 9700 section 4.14.2)', async () => {
  const server = await startServer();
  const first = await server.obtainTokens();
  const refresh = (token: string) =>
    server.post('/token', refreshForm(token), basic('app'));
  const second: Tokens = await (await refresh(first.refresh_token)).json();
  server.clock.advance(11);
  await refused(await refresh(first.refresh_token), 400, 'invalid_grant');
  await refused(await refresh(second.refresh_token), 400, 'invalid_grant');
  assert.equal(await server.isActive(second.access_token), false);
});

test('two tabs that refresh at once get the same successor, and nobody is signed out', async () => {
  const { post, obtainTokens } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  const all = await Promise.all(
    Array.from({ length: 20 }, async () =>
      (await post('/token', form, basic('app'))).json(),
    ),
  );
  const successors = new Set(all.map((tokens: Tokens) => tokens.refresh_token));
  assert.equal(successors.size, 1);
  const [successor] = successors;
  assert.equal((await post('/token', refreshForm(successor!), basic('app'))).status, 200);
});

test('once the successor was used, even a fast repetition of the old token is reuse', async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  const refresh = (token: string) => post('/token', refreshForm(token), basic('app'));
  const next: Tokens = await (await refresh(refresh_token)).json();
  assert.equal((await refresh(next.refresh_token)).status, 200);
  await refused(await refresh(refresh_token), 400, 'invalid_grant');
});

provesRule(rules.refreshScopeOnlyNarrows, async () => {
  const { post, obtainTokens, storage } = await startServer();
  const { refresh_token } = await obtainTokens();
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, scopes: [...app.scopes, 'mail.send'] });
  const form = refreshForm(refresh_token, { scope: 'openid mail.send' });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_scope');
});

provesRule(rules.refreshScopeStillRegistered, async () => {
  const { post, obtainTokens, storage } = await startServer();
  const { refresh_token } = await obtainTokens();
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, scopes: ['openid', 'profile'] });
  const form = refreshForm(refresh_token, { scope: 'mail.read' });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_scope');
});

test('a client whose scopes were narrowed goes on with those that are left', async () => {
  const { post, obtainTokens, storage } = await startServer();
  const { refresh_token } = await obtainTokens();
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, scopes: ['openid', 'profile'] });
  const response = await post('/token', refreshForm(refresh_token), basic('app'));
  assert.equal((await response.json()).scope, 'openid profile');
});

test('a refresh with a scope that is none is refused', async () => {
  const { post, obtainTokens } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token, { scope: ' ' });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_scope');
});

test('what was refused rotated nothing: the token still works afterwards', async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  await post('/token', refreshForm(refresh_token, { scope: 'mail.send' }), basic('app'));
  await post('/token', refreshForm(refresh_token, { resource: contacts }), basic('app'));
  await post('/token', refreshForm(refresh_token), basic('other'));
  const narrowed = refreshForm(refresh_token, { scope: 'profile' });
  const tokens: Tokens = await (await post('/token', narrowed, basic('app'))).json();
  assert.equal(tokens.scope, 'profile');
});
