/** The client credentials grant: RFC 6749 section 4.4. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/client-credentials.ts';
import { basic, contacts, publicClient, refused, startServer } from './server.ts';

test('client credentials: a token for the machine itself, and no refresh token', async () => {
  const { post } = await startServer();
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const body = await (await post('/token', form, basic('machine'))).json();
  assert.equal(body.refresh_token, undefined);
  const { claims } = decodeUnverified(body.access_token)!;
  assert.equal(claims.sub, 'machine');
  assert.equal(claims.aud, contacts);
  assert.equal(claims.auth_time, undefined);
});

provesRule(rules.clientCredentialsForConfidentialClients, async () => {
  const { post, storage } = await startServer();
  const machine = (await storage.findClient('machine'))!;
  await storage.keepClient({ ...machine, ...publicClient, clientId: 'open-machine' });
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const response = await post('/token', { ...form, client_id: 'open-machine' });
  await refused(response, 400, 'unauthorized_client');
});

provesRule(rules.scopeGiven, async () => {
  const { post } = await startServer();
  const response = await post(
    '/token',
    { grant_type: 'client_credentials' },
    basic('machine'),
  );
  await refused(response, 400, 'invalid_scope');
  const { error_description } = await response.json();
  assert.match(error_description, /scope-given/);
});

provesRule(rules.scopeAssignedToClient, async () => {
  const { post } = await startServer();
  const form = {
    grant_type: 'client_credentials',
    scope: 'contacts.read contacts.write',
  };
  await refused(await post('/token', form, basic('machine')), 400, 'invalid_scope');
});

test('one token is for one resource: scopes of two are refused', async () => {
  const { post } = await startServer();
  const grant_type = 'client_credentials';
  const forms: Record<string, string>[] = [
    { grant_type, scope: 'contacts.read gateway.call' },
    { grant_type, scope: 'contacts.read payments.read' },
    { grant_type, scope: 'payments.read', resource: contacts },
  ];
  for (const form of forms) {
    await refused(await post('/token', form, basic('machine')), 400, 'invalid_target');
  }
});

test('a resource is asked for by its whole identifier', async () => {
  const { post } = await startServer();
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  for (const part of ['http://localhost:9002/business', `${contacts}/`]) {
    const response = await post('/token', { ...form, resource: part }, basic('machine'));
    await refused(response, 400, 'invalid_target');
  }
});
