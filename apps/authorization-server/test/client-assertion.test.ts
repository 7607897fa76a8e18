/**
 * private_key_jwt: RFC 7523 and OpenID Connect Core section 9. Each attack is
 * what somebody tries who does not have the client's private key.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signClientAssertion } from '@four-roles/protocol/client-assertion';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/client-assertion.ts';
import {
  clientIdAgrees,
  oneAuthenticationMethod,
} from '../src/rules/client-authentication.ts';
import { type Answer, basic, issuer, refused } from './server.ts';
import {
  carrying,
  goodHeader,
  key,
  machineRequest,
  newKey,
  signed,
  startWithSigner,
} from './signing-client.ts';

const notBelieved = (response: Answer) => refused(response, 401, 'invalid_client');

test('a client that signs gets its token, and no secret ever travelled', async () => {
  const { ask, clock } = await startWithSigner();
  const response = await ask(signClientAssertion('signer', issuer, key, clock));
  assert.equal(response.status, 200, await response.clone().text());
});

test('the same at every endpoint that clients call themselves', async () => {
  const { post, ask, assertion } = await startWithSigner();
  const token = (await (await ask(assertion())).json()).access_token;
  const call = (path: string, aud: string) =>
    post(path, { token, ...carrying(assertion({ aud })) });
  const seen = await call('/introspect', `${issuer}/introspect`);
  assert.equal((await seen.json()).active, true);
  assert.equal((await call('/revoke', `${issuer}/token`)).status, 200);
  const then = await call('/introspect', issuer);
  assert.equal((await then.json()).active, false);
});

provesRule(rules.assertionTypeIsJwtBearer, async () => {
  const { ask, assertion } = await startWithSigner();
  for (const type of [
    '',
    'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    'URN:ietf:params:oauth:client-assertion-type:jwt-bearer',
  ]) {
    await notBelieved(await ask(assertion(), { client_assertion_type: type }));
  }
});

provesRule(rules.assertionIsJwt, async () => {
  const { ask, assertion } = await startWithSigner();
  const [header, payload] = assertion().split('.');
  for (const rubbish of ['', 'x', 'a.b.c', `${header}.${payload}`, `${header}.W10.x`]) {
    await notBelieved(await ask(rubbish));
  }
});

test('claims of the wrong type are refused, and break nothing', async () => {
  const { ask, assertion } = await startWithSigner();
  for (const value of [1, null, true, [], ['signer'], { a: 1 }]) {
    for (const name of ['iss', 'sub', 'aud', 'jti']) {
      const response = await ask(assertion({ [name]: value }), { client_id: 'signer' });
      await notBelieved(response);
    }
    const times = ['exp', 'nbf', 'iat'].filter(() => value !== 1 && value !== null);
    for (const name of times) await notBelieved(await ask(assertion({ [name]: value })));
  }
});

provesRule(rules.assertionSpeaksForItself, async () => {
  const { ask, assertion } = await startWithSigner();
  await notBelieved(await ask(assertion({ iss: 'https://idp.example' })));
  await notBelieved(await ask(assertion({ iss: undefined })));
  await notBelieved(await ask(assertion({ sub: undefined }), { client_id: 'signer' }));
});

provesRule(clientIdAgrees, async () => {
  const { ask, assertion } = await startWithSigner();
  const response = await ask(assertion(), { client_id: 'machine' });
  await refused(response, 400, 'invalid_request');
});

provesRule(rules.assertionAudienceIsUs, async () => {
  const { ask, assertion } = await startWithSigner();
  for (const aud of [
    undefined,
    [],
    'https://other.example',
    `${issuer}/`,
    `${issuer}.evil.example`,
    `${issuer}/introspect`,
    issuer.toUpperCase(),
  ]) {
    await notBelieved(await ask(assertion({ aud })));
  }
});

provesRule(rules.assertionAudienceIsOne, async () => {
  const { ask, assertion } = await startWithSigner();
  const aud = ['https://evil.example', issuer];
  await notBelieved(await ask(assertion({ aud })));
});

test('an audience may be a list of one', async () => {
  const { ask, assertion } = await startWithSigner();
  assert.equal((await ask(assertion({ aud: [issuer] }))).status, 200);
});

provesRule(rules.assertionExpires, async () => {
  const { ask, assertion } = await startWithSigner();
  await notBelieved(await ask(assertion({ exp: undefined })));
});

provesRule(rules.assertionNotExpired, async () => {
  const { ask, assertion, clock } = await startWithSigner();
  const found = assertion();
  clock.advance(90);
  await notBelieved(await ask(found));
});

provesRule(rules.assertionShortLived, async () => {
  const { ask, assertion, clock } = await startWithSigner();
  const exp = clock.now() / 1000 + 331;
  await notBelieved(await ask(assertion({ exp })));
  await notBelieved(await ask(assertion({ exp: exp * 1000 })));
});

provesRule(rules.assertionHasBegun, async () => {
  const { ask, assertion, clock } = await startWithSigner();
  const later = clock.now() / 1000 + 31;
  await notBelieved(await ask(assertion({ nbf: later })));
  await notBelieved(await ask(assertion({ iat: later })));
});

test('a client whose clock is half a minute off, either way, is believed', async () => {
  const { ask, clock } = await startWithSigner();
  for (const off of [-30_000, 30_000]) {
    const theirs = { now: () => clock.now() + off };
    const response = await ask(signClientAssertion('signer', issuer, key, theirs));
    assert.equal(response.status, 200, await response.clone().text());
  }
});

provesRule(rules.assertionHasName, async () => {
  const { ask, assertion } = await startWithSigner();
  for (const jti of [undefined, '', 7, 'x'.repeat(257)]) {
    await notBelieved(await ask(assertion({ jti })));
  }
});

provesRule(rules.assertionUsedOnce, async () => {
  const { ask, assertion } = await startWithSigner();
  const seen = assertion();
  assert.equal((await ask(seen)).status, 200);
  await notBelieved(await ask(seen));
});

test('used at one endpoint, an assertion is used up at all of them', async () => {
  const { post, ask, assertion } = await startWithSigner();
  const seen = assertion();
  assert.equal((await ask(seen)).status, 200);
  const form = { token: 'any', ...carrying(seen) };
  await notBelieved(await post('/introspect', form));
  await notBelieved(await post('/revoke', form));
});

test('of twenty copies of one request, sent at once, one is answered with a token', async () => {
  const { ask, assertion } = await startWithSigner();
  const seen = assertion();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(seen)));
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [200, ...Array(19).fill(401)]);
});

test('an assertion stays used for as long as it could be used, the clean-up notwithstanding', async () => {
  const { ask, assertion, clock, storage } = await startWithSigner();
  const exp = clock.now() / 1000 + 300;
  const seen = assertion({ exp });
  assert.equal((await ask(seen)).status, 200);
  clock.advance(329);
  await storage.removeExpiredRows(clock.now() / 1000);
  const again = await ask(seen);
  await notBelieved(again);
  assert.match((await again.json()).error_description, /assertion-used-once/);
});

test('a stranger cannot use up a name that the client is about to use', async () => {
  const { ask, assertion, claims } = await startWithSigner();
  const jti = 'guessed';
  await notBelieved(await ask(signed(goodHeader, claims({ jti }), await newKey())));
  await notBelieved(await ask(assertion({ jti, aud: 'https://other.example' })));
  assert.equal((await ask(assertion({ jti }))).status, 200);
});

test('two clients may give their assertions the same name', async () => {
  const { ask, assertion, storage } = await startWithSigner();
  const signer = (await storage.findClient('signer'))!;
  await storage.keepClient({ ...signer, clientId: 'second' });
  const jti = '1';
  assert.equal((await ask(assertion({ jti }))).status, 200);
  const second = assertion({ jti, iss: 'second', sub: 'second' });
  assert.equal((await ask(second)).status, 200);
});

test('a client that signs has no secret, and one with a secret cannot sign', async () => {
  const { post, ask, assertion } = await startWithSigner();
  for (const secret of ['', 'secret', 'null']) {
    await notBelieved(await post('/token', machineRequest, basic('signer', secret)));
  }
  await notBelieved(await post('/token', { ...machineRequest, client_id: 'signer' }));
  await notBelieved(await ask(assertion({ iss: 'machine', sub: 'machine' })));
});

provesRule(oneAuthenticationMethod, async () => {
  const { post, assertion } = await startWithSigner();
  const form = { ...machineRequest, ...carrying(assertion()) };
  const header = await post('/token', form, basic('machine'));
  await refused(header, 400, 'invalid_request');
});

test('a suspended client is refused before its name is used up', async () => {
  const { ask, assertion, storage, clock } = await startWithSigner();
  const held = assertion();
  await storage.suspendClient('signer', clock.now() / 1000);
  await notBelieved(await ask(held));
  await storage.resumeClient('signer');
  assert.equal((await ask(held)).status, 200);
});
