/** Connected apps: what the person takes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorizationRequest, basic, refreshForm, startServer } from './server.ts';

const request = authorizationRequest().toString();

test('disconnecting an app ends its refresh token and its access token', async () => {
  const server = await startServer();
  const { access_token, refresh_token } = await server.obtainTokens();
  const cookie = await server.signIn();
  const page = await (await server.send('/account', { headers: { cookie } })).text();
  assert.match(page, /The App/);
  const response = await server.submit(
    '/account/disconnect',
    { client_id: 'app' },
    cookie,
  );
  assert.equal(response.headers.get('location'), '/account');
  const status = await server.post('/introspect', { token: access_token }, basic('apis'));
  assert.deepEqual(await status.json(), { active: false });
  const refresh = await server.post('/token', refreshForm(refresh_token), basic('app'));
  assert.equal(refresh.status, 400);
  const again = await server.send(`/authorize?${request}`, { headers: { cookie } });
  assert.match(await again.text(), /Do you allow/);
});
