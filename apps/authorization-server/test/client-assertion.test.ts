/**
 * private_key_jwt: RFC 7523 and OpenID Connect Core section 9. Each attack is
 * what somebody tries who does not have the client's private key.
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
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

provesRule(rules.assertionAlgorithmIsEs256, async () => {
  const { ask, claims } = await startWithSigner();
  const unsigned = (alg: string) =>
    signed({ ...goodHeader, alg }, claims())
      .split('.')
      .slice(0, 2)
      .join('.');
  // An attacker who has seen the public key, which is public, has no signature to show.
  for (const alg of ['none', 'None', 'NONE', '']) {
    await notBelieved(await ask(`${unsigned(alg)}.`));
  }
  // The public key as the secret of an HMAC.
  for (const secret of [JSON.stringify(key.publicJwk), key.publicJwk.x!]) {
    const input = unsigned('HS256');
    const mac = createHmac('sha256', secret).update(input).digest('base64url');
    await notBelieved(await ask(`${input}.${mac}`));
  }
});

provesRule(rules.assertionHasNoCriticalExtension, async () => {
  const { ask, claims } = await startWithSigner();
  const header = { ...goodHeader, crit: ['bound'], bound: true };
  await notBelieved(await ask(signed(header, claims())));
});

provesRule(rules.assertionBringsNoKey, async () => {
  const { ask, claims } = await startWithSigner();
  for (const brought of [
    { jwk: key.publicJwk },
    { jku: 'https://evil.example/jwks' },
    { x5u: 'https://evil.example/x5u' },
    { x5c: ['MIIB'] },
  ]) {
    await notBelieved(await ask(signed({ ...goodHeader, ...brought }, claims())));
  }
});

test('whoever signs with a key of their own, and sends it along, is not the client', async () => {
  const { ask, claims } = await startWithSigner();
  const own = await newKey();
  const header = { alg: 'ES256', kid: own.kid, jwk: own.publicJwk };
  await notBelieved(await ask(signed(header, claims(), own)));
});

provesRule(rules.assertionKeyRegistered, async () => {
  const { ask, claims } = await startWithSigner();
  for (const kid of ['other', '../../etc/passwd', '__proto__', '']) {
    await notBelieved(await ask(signed({ ...goodHeader, kid }, claims())));
  }
});

test('a kid may be left out where there is one key, and only there', async () => {
  const header = { alg: 'ES256' };
  const one = await startWithSigner();
  assert.equal((await one.ask(signed(header, one.claims()))).status, 200);
  const jwks = { keys: [key.publicJwk, (await newKey()).publicJwk] };
  const two = await startWithSigner({ jwks });
  await notBelieved(await two.ask(signed(header, two.claims())));
});

test('of a registered set, only keys that can verify ES256 count', async () => {
  const { kty, crv, x, y, kid } = key.publicJwk;
  for (const jwk of [
    { kty, crv, x, y, kid, use: 'enc' },
    { kty, crv, x, y, kid, alg: 'ES384' },
    { kty, crv, x, y, kid, key_ops: ['sign'] },
    { kty, crv: 'P-384', x, y, kid },
    { kty: 'oct', k: 'c2VjcmV0', kid },
    { kty, crv, x, kid },
    { kty, crv, x: y, y: x, kid },
  ]) {
    const { ask, assertion } = await startWithSigner({ jwks: { keys: [jwk] } });
    await notBelieved(await ask(assertion()));
  }
});

provesRule(rules.assertionSignatureValid, async () => {
  const { ask, assertion, claims } = await startWithSigner();
  const [header, , signature] = assertion().split('.');
  const payload = Buffer.from(JSON.stringify(claims())).toString('base64url');
  // The signature of an assertion that was seen, under other claims.
  await notBelieved(await ask(`${header}.${payload}.${signature}`));
  // A key of the attacker's own, under the name of the client's.
  await notBelieved(await ask(signed(goodHeader, claims(), await newKey())));
});

test('a replaced key is good no more, from the next request on', async () => {
  const { ask, assertion, storage } = await startWithSigner();
  assert.equal((await ask(assertion())).status, 200);
  const { publicJwk } = await newKey();
  const signer = (await storage.findClient('signer'))!;
  await storage.updateClient(signer, { jwks: { keys: [publicJwk] } }, () => {});
  await notBelieved(await ask(assertion()));
});

provesRule(rules.assertionSpeaksForItself, async () => {
  const { ask, assertion } = await startWithSigner();
  await notBelieved(await ask(assertion({ iss: 'https://idp.example' })));
  await notBelieved(await ask(assertion({ iss: undefined })));
  await notBelieved(await ask(assertion({ sub: undefined }), { client_id: 'signer' }));
});

test('the key of one client does not speak for another that also signs', async () => {
  const { ask, assertion, storage } = await startWithSigner();
  const signer = (await storage.findClient('signer'))!;
  const { publicJwk } = await newKey();
  const jwks = { keys: [publicJwk] };
  await storage.keepClient({ ...signer, clientId: 'victim', jwks });
  await notBelieved(await ask(assertion({ iss: 'victim', sub: 'victim' })));
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
