/**
 * private_key_jwt: which key signed, and who says so. RFC 7523 section 3, RFC 8725.
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/client-assertion.ts';
import { type Answer, refused } from './server.ts';
import { goodHeader, key, newKey, signed, startWithSigner } from './signing-client.ts';

const notBelieved = (response: Answer) => refused(response, 401, 'invalid_client');

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
  await storage.updateClient('signer', () => ({ jwks: { keys: [publicJwk] } }));
  await notBelieved(await ask(assertion()));
});

test('the key of one client does not speak for another that also signs', async () => {
  const { ask, assertion, storage } = await startWithSigner();
  const signer = (await storage.findClient('signer'))!;
  const { publicJwk } = await newKey();
  const jwks = { keys: [publicJwk] };
  await storage.keepClient({ ...signer, clientId: 'victim', jwks });
  await notBelieved(await ask(assertion({ iss: 'victim', sub: 'victim' })));
});
