/** Reading, changing and deleting a registration: RFC 7592. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/client-registration.ts';
import { pathOf, service, startRegistered, web } from './registration-world.ts';
import { refused } from './server.ts';

test('a client reads its registration; the secret is not told again (section 2.1)', async () => {
  const { made, ask } = await startRegistered();
  const response = await ask('GET');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const { client_secret: _, client_secret_expires_at: __, ...rest } = made;
  assert.deepEqual(await response.json(), rest);
});

test('an update replaces everything: what is left out is gone (section 2.2)', async () => {
  const { made, update, ask } = await startRegistered();
  const first = await update({ description: 'Copies contacts at night.' });
  assert.equal((await first.json()).description, 'Copies contacts at night.');
  const second = await update({ client_name: 'Gleaner', scope: 'contacts.read' });
  assert.equal(second.status, 200);
  const now = await second.json();
  assert.equal(now.client_id, made.client_id);
  assert.equal(now.client_name, 'Gleaner');
  assert.equal(now.description, undefined);
  assert.equal(now.scope, 'contacts.read');
  assert.deepEqual(await (await ask('GET')).json(), now);
});

test('scopes that were given up do not come back, and its own name is not in its way', async () => {
  const { update } = await startRegistered();
  assert.equal((await update({ scope: 'contacts.read' })).status, 200);
  const wider = await update({ scope: 'contacts.read contacts.write' });
  await refused(wider, 400, 'invalid_client_metadata');
});

test('an update is judged like a registration, and changes nothing where it is refused', async () => {
  const { update, ask, register } = await startRegistered();
  assert.equal((await register(web, 'of-grace')).status, 201);
  const before = await (await ask('GET')).json();
  for (const changes of [
    { client_name: 'Orch\u0430rd' },
    { client_uri: 'javascript:alert(1)' },
    { client_name: undefined },
    { token_endpoint_auth_method: 'none' },
  ]) {
    await refused(await update(changes), 400, 'invalid_client_metadata');
  }
  assert.deepEqual(await (await ask('GET')).json(), before);
});

test('a client that turns to another authentication loses its secret, and gets one when it returns', async () => {
  const { made, update, tokenRequest, storage } = await startRegistered();
  const keys = { jwks_uri: 'https://harvest.example/jwks' };
  const signs = { token_endpoint_auth_method: 'private_key_jwt', ...keys };
  assert.equal((await (await update(signs)).json()).client_secret, undefined);
  assert.equal((await storage.findClient(made.client_id))?.secretHash, null);
  const { client_secret } = await (await update({})).json();
  assert.notEqual(client_secret, made.client_secret);
  await refused(await tokenRequest(), 401, 'invalid_client');
  assert.equal((await tokenRequest(client_secret)).status, 200);
});

test('a client deletes itself, and its tokens die (section 2.3)', async () => {
  const { made, ask, tokenRequest, isActive } = await startRegistered();
  const { access_token } = await (await tokenRequest()).json();
  assert.equal(await isActive(access_token), true);
  const response = await ask('DELETE');
  assert.equal(response.status, 204);
  assert.equal(await response.text(), '');
  assert.equal(await isActive(access_token), false);
  await refused(await tokenRequest(made.client_secret), 401, 'invalid_client');
  for (const method of ['GET', 'PUT', 'DELETE']) {
    await refused(await ask(method), 401, 'invalid_token');
  }
});

provesRule(rules.registeredClientKnown, async () => {
  const { sendJson, made } = await startRegistered();
  const path = '/register/app_0000000000000000';
  const response = await sendJson('GET', path, made.registration_access_token);
  await refused(response, 401, 'invalid_token');
  assert.match(response.headers.get('www-authenticate')!, /^Bearer .*invalid_token/);
});

provesRule(rules.registrationTokenMatches, async () => {
  const { made, registered, sendJson, tokenRequest } = await startRegistered();
  const other = await registered(web);
  const { access_token } = await (await tokenRequest()).json();
  const body = { client_id: made.client_id, ...service, client_name: 'Taken' };
  for (const token of [other.registration_access_token, access_token, 'initial', 'x']) {
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['POST', '/secret'],
    ] as const) {
      const sent = method === 'GET' || method === 'DELETE' ? undefined : body;
      const response = await sendJson(method, `${pathOf(made)}${path}`, token, sent);
      await refused(response, 401, 'invalid_token');
    }
  }
  assert.equal((await tokenRequest()).status, 200);
});

test('a client that was made without a registration access token cannot be asked about', async () => {
  const { sendJson } = await startRegistered();
  await refused(await sendJson('GET', '/register/app', 'x'), 401, 'invalid_token');
});

provesRule(rules.registrationNotSuspended, async () => {
  const { made, ask, update, storage, clock } = await startRegistered();
  await storage.suspendClient(made.client_id, seconds(clock));
  assert.equal((await ask('GET')).status, 200);
  await refused(await update({ client_name: 'Gleaner' }), 403, 'access_denied');
  await refused(await ask('POST', {}, '/secret'), 403, 'access_denied');
  await refused(await ask('DELETE'), 403, 'access_denied');
});

test('what changes while a body is on its way counts: scopes that were taken stay taken', async () => {
  const { made, send, storage } = await startRegistered();
  const { client_id, registration_access_token } = made;
  const text = JSON.stringify({ client_id, ...service });
  const body = new TransformStream<Uint8Array>();
  const writer = body.writable.getWriter();
  const response = send(pathOf(made), {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${registration_access_token}`,
      'content-type': 'application/json',
      'content-length': String(text.length),
    },
    ...{ body: body.readable, duplex: 'half' },
  });
  await writer.write(new TextEncoder().encode(text));
  await storage.updateClient(client_id, () => ({ scopes: ['contacts.read'] }));
  await writer.close();
  await refused(await response, 400, 'invalid_client_metadata');
});

test('who is deleted in the same moment is told so, and nothing is recorded (section 2.1)', async () => {
  for (const [method, path, step] of [
    ['PUT', '', 'updateClient'],
    ['POST', '/secret', 'rotateClientSecret'],
  ] as const) {
    const { made, ask, storage, clock } = await startRegistered();
    const write = storage[step] as (...values: unknown[]) => Promise<unknown>;
    Object.assign(storage, {
      async [step](...values: unknown[]) {
        await storage.deleteClient(made.client_id, seconds(clock));
        return write(...values);
      },
    });
    const body = method === 'PUT' ? { client_id: made.client_id, ...service } : {};
    await refused(await ask(method, body, path), 401, 'invalid_token');
    const filter = { clientId: made.client_id, refused: false };
    const [latest] = await storage.listSecurityEvents(filter, 1);
    assert.equal(latest?.event, 'client_registered');
  }
});

test('of two updates at once, none brings back a scope that the other gave up', async () => {
  const { update, ask } = await startRegistered();
  const both = [update({ scope: 'contacts.read' }), update({})];
  const [narrower] = await Promise.all(both);
  assert.equal(narrower?.status, 200);
  assert.equal((await (await ask('GET')).json()).scope, 'contacts.read');
});

provesRule(rules.updateNamesItsClient, async () => {
  const { update } = await startRegistered();
  for (const client_id of [undefined, 'app', 7]) {
    await refused(await update({ client_id }), 400, 'invalid_client_metadata');
  }
});

provesRule(rules.updateSecretMatches, async () => {
  const { made, update } = await startRegistered();
  const same = await update({ client_secret: made.client_secret });
  assert.equal(same.status, 200);
  const unreadable = { toString: 1, valueOf: 1 };
  for (const client_secret of ['mine', 7, unreadable, sha256(made.client_secret)]) {
    await refused(await update({ client_secret }), 400, 'invalid_client_metadata');
  }
});

provesRule(rules.updateWithoutIssuedMembers, async () => {
  const { update } = await startRegistered();
  for (const member of ['registration_access_token', 'client_secret_expires_at']) {
    await refused(await update({ [member]: 'mine' }), 400, 'invalid_client_metadata');
  }
});

test('what happened to a registration is recorded as its own doing, without a secret', async () => {
  const { made, ask, update, storage, sendJson } = await startRegistered();
  await update({ client_name: 'Gleaner' });
  const { client_secret } = await (await ask('POST', {}, '/secret')).json();
  await sendJson('GET', pathOf(made), 'wrong');
  await ask('DELETE');
  const events = (await storage.listSecurityEvents({}, 100)).reverse();
  const told = events.map(({ event, clientId, subject, owner, rule }) => [
    ...[event, clientId, subject, owner, rule],
  ]);
  const { client_id: id } = made;
  for (const event of [
    'client_registered',
    'client_updated',
    'client_secret_rotated',
    'client_deleted',
  ]) {
    assert.deepEqual(
      told.filter(([name]) => name === event),
      [[event, id, null, 'acct_ada', null]],
    );
  }
  const refusal = ['request_refused', id, null, 'acct_ada', 'registration-token-matches'];
  assert.ok(told.some((one) => String(one) === String(refusal)));
  for (const secret of [
    made.client_secret,
    client_secret,
    made.registration_access_token,
  ]) {
    assert.ok(!JSON.stringify(events).includes(secret));
  }
});
