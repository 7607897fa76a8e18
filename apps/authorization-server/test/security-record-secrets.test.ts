/**
 * Every kind of request, and then a search of the database: nothing that was a
 * secret on the wire is in it, in the record of security events or elsewhere.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import { prepare } from './process.ts';
import {
  basic,
  codeForm,
  password,
  refreshForm,
  startServer,
  verifier,
} from './server.ts';

const machine = { grant_type: 'client_credentials', scope: 'contacts.read' };

test('no secret that went over the wire is in the database', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'record.sqlite');
  const { app, storage, ...server } = await startServer(file);
  const { post, send, submit, signIn, obtainCode } = server;
  const clientSecret = randomValue();
  for (const clientId of ['app', 'machine']) {
    await storage.rotateClientSecret(clientId, sha256(clientSecret), 0);
  }
  const authorization = formatBasicCredentials({
    client_id: 'app',
    client_secret: clientSecret,
  });
  const secrets = new Set([password, verifier, clientSecret, authorization]);
  const request = app.request.bind(app);
  app.request = async (...sent) => {
    const answer = await request(...sent);
    const body = await answer.clone().text();
    const all = `${answer.headers.get('set-cookie')} ${answer.headers.get('location')} ${body}`;
    const values =
      /(?:acorn_session=|[?&]code=|_(?:token|secret)":"|name="seal" value=")([^;&"\s]{20,})/g;
    for (const [, value] of all.matchAll(values)) secrets.add(value!);
    return answer;
  };

  const code = await obtainCode();
  const redeem = codeForm(code);
  const tokens = await (await post('/token', redeem, { authorization })).json();
  const refresh = refreshForm(tokens.refresh_token);
  const fresh = await (await post('/token', refresh, { authorization })).json();
  await post(
    '/token',
    refreshForm(fresh.refresh_token),
    basic('app', 'wrong-secret-0001'),
  );
  await post('/token', { ...refresh, client_id: 'app', client_secret: clientSecret });
  await post('/token', { ...machine, client_id: 'wrong-id-is-a-secret' });
  await send(`/token?client_secret=${clientSecret}`, { method: 'POST' });
  await post('/revoke', { token: fresh.access_token }, { authorization });
  await post('/token', redeem, { authorization });
  await submit('/login', { username: 'ada', password: 'wrong-password-01' });
  await submit('/login', { username: 'pasted-password', password: 'x' });
  await send(`/authorize?client_id=app&redirect_uri=https://evil.example/${code}`);
  await registerAndLeave();
  await submit('/consent', { request: 'client_id=app', seal: 'x' }, await signIn());
  await submit('/account/disconnect', { client_id: 'app' }, await signIn());
  await submit('/logout', { decision: 'sign-out' }, await signIn());
  for (const wrong of [
    'wrong-secret-0001',
    'wrong-id-is-a-secret',
    'wrong-password-01',
    'pasted-password',
  ]) {
    secrets.add(wrong);
  }

  /** As a program does: with an initial access token, and then with its own. */
  async function registerAndLeave(): Promise<void> {
    const token = randomValue();
    secrets.add(token);
    const now = seconds(server.clock);
    await storage.keepInitialAccessToken({
      ...{ tokenHash: sha256(token), owner: 'acct_ada', scopes: ['contacts.read'] },
      ...{ registrationsLeft: 1, createdAt: now, expiresAt: now + 3600 },
    });
    const metadata = {
      client_name: 'Sundial',
      client_uri: 'https://sundial.example',
      grant_types: ['client_credentials'],
      scope: 'contacts.read',
    };
    const ask = (method: string, path: string, bearer: string, body?: object) =>
      send(path, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    const registered = await (await ask('POST', '/register', token, metadata)).json();
    const own = `/register/${registered.client_id}`;
    const bearer = registered.registration_access_token;
    await ask('GET', own, randomValue());
    await ask('POST', `${own}/secret`, bearer, {});
    assert.equal((await ask('DELETE', own, bearer)).status, 204);
  }

  assert.ok((await storage.listSecurityEvents({}, 1000)).length > 15);
  const bytes = [file, `${file}-wal`]
    .filter((each) => existsSync(each))
    .map((each) => readFileSync(each, 'latin1'))
    .join();
  assert.ok(
    bytes.includes('refresh-token-used-once') || bytes.includes('code-used-once'),
  );
  assert.ok(secrets.size > 15, `only ${secrets.size} secrets were seen`);
  assert.deepEqual(
    [...secrets].filter((secret) => bytes.includes(secret)),
    [],
  );
});
