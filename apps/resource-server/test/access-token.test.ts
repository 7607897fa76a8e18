/**
 * What makes an access token good here, and what attackers try instead
 * (RFC 9068, section 4; RFC 8725).
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { parseBearerChallenge } from '@four-roles/protocol/bearer';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/access-token.ts';
import {
  endpointsOverTls,
  metadataIssuerMatches,
} from '../src/rules/authorization-server.ts';
import {
  accessTokenPresented,
  bearerCredentialsWellFormed,
} from '../src/rules/presented-token.ts';
import {
  encode,
  grace,
  json,
  newKey,
  origin,
  publicKey,
  signed,
  startAcorn,
} from './acorn.ts';

const metadataUrl = `${origin}/.well-known/oauth-protected-resource/user`;

async function assertInvalidToken(response: Response) {
  assert.equal(response.status, 401);
  const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
  assert.equal(challenge?.error, 'invalid_token');
  assert.equal(challenge?.resource_metadata, metadataUrl);
  assert.equal((await json(response)).error, 'invalid_token');
}

provesRule(accessTokenPresented, async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/userinfo');
  assert.equal(response.status, 401);
  assert.equal(
    response.headers.get('WWW-Authenticate'),
    `Bearer resource_metadata="${metadataUrl}"`,
  );
});

test('a token in the query or in the body is not looked at (RFC 9700, section 4.3.2)', async () => {
  const acorn = startAcorn();
  const inQuery = await acorn.call(`/user/userinfo?access_token=${acorn.token()}`);
  assert.equal(inQuery.status, 401);
  assert.match(inQuery.headers.get('WWW-Authenticate')!, /^Bearer resource_metadata=/);
  const inBody = await acorn.call('/user/userinfo', undefined, {
    method: 'POST',
    body: new URLSearchParams({ access_token: acorn.token() }),
  });
  assert.equal(inBody.status, 401);
  assert.equal(acorn.authorizationServer.requests.length, 0);
});

test('another scheme is as good as no credentials', async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/userinfo', undefined, {
    headers: { Authorization: 'Basic YWRhOm5vdGUtZw==' },
  });
  assert.equal(response.status, 401);
  assert.match(response.headers.get('WWW-Authenticate')!, /^Bearer resource_metadata=/);
});

test('the scheme is case-insensitive (RFC 9110, section 11.1)', async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/userinfo', undefined, {
    headers: { Authorization: `bEARER ${acorn.token()}` },
  });
  assert.equal(response.status, 200);
});

provesRule(bearerCredentialsWellFormed, async () => {
  const acorn = startAcorn();
  for (const header of ['Bearer', 'Bearer a b', 'Bearer {}', 'Bearer a, Bearer b']) {
    const response = await acorn.call('/user/userinfo', undefined, {
      headers: { Authorization: header },
    });
    assert.equal(response.status, 400, header);
    const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
    assert.equal(challenge?.error, 'invalid_request');
    assert.equal(challenge?.resource_metadata, metadataUrl);
    assert.equal((await json(response)).error, 'invalid_request');
  }
});

provesRule(rules.tokenIsJwt, async () => {
  const acorn = startAcorn();
  for (const token of [
    'abc',
    'a.b.c',
    `${encode({})}.${encode([])}.x`,
    '..',
    'e30.e30',
  ]) {
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
});

test('a header whose typ, alg or kid is no string is refused like any other nonsense', async () => {
  const acorn = startAcorn();
  for (const header of [{ typ: 1 }, { typ: {} }, { alg: 1 }, { kid: 1 }, { kid: null }]) {
    const token = signed(header, acorn.claims());
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
  assert.deepEqual(acorn.logged, []);
});

provesRule(rules.tokenTypeIsAccessToken, async () => {
  // An ID token is signed with the same key; here with our audience, even.
  const acorn = startAcorn();
  const idToken = signed({ typ: 'JWT' }, acorn.claims());
  await assertInvalidToken(await acorn.call('/user/userinfo', idToken));
});

test('an ID token, whose audience is the client, is refused too', async () => {
  const acorn = startAcorn();
  const idToken = signed({ typ: 'JWT' }, acorn.claims({ aud: 'briefing', nonce: 'n' }));
  await assertInvalidToken(await acorn.call('/user/userinfo', idToken));
});

test('typ may be written application/at+jwt, in any case (RFC 9068, section 4)', async () => {
  const acorn = startAcorn();
  const token = signed({ typ: 'application/AT+JWT' }, acorn.claims());
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
});

provesRule(rules.algorithmIsEs256, async () => {
  const acorn = startAcorn();
  const { kid } = publicKey();
  const unsigned = (alg: string) =>
    `${encode({ alg, typ: 'at+jwt', kid })}.${encode(acorn.claims({ sub: grace }))}`;
  const mac = (secret: string) =>
    createHmac('sha256', secret).update(unsigned('HS256')).digest('base64url');

  for (const alg of ['none', 'None', 'NONE', '']) {
    await assertInvalidToken(await acorn.call('/user/userinfo', `${unsigned(alg)}.`));
  }
  // The public key is public: as the secret of an HMAC it proves nothing.
  for (const secret of [JSON.stringify(publicKey()), publicKey().x!]) {
    const token = `${unsigned('HS256')}.${mac(secret)}`;
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
});

provesRule(rules.noCriticalExtension, async () => {
  const acorn = startAcorn();
  const token = signed({ crit: ['bound'], bound: true }, acorn.claims());
  await assertInvalidToken(await acorn.call('/user/userinfo', token));
});

provesRule(rules.tokenBringsNoKey, async () => {
  const acorn = startAcorn();
  for (const header of [
    { jku: 'http://attacker.example/jwks' },
    { x5u: 'http://attacker.example/cert.pem' },
    { jwk: (await newKey()).publicJwk },
    { x5c: ['MIIB'] },
  ]) {
    const token = signed(header, acorn.claims());
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
});

test('a key that an attacker sends along is not used, with the kid of ours or their own', async () => {
  const acorn = startAcorn();
  const attackers = await newKey();
  for (const kid of [publicKey().kid, attackers.kid]) {
    const header = { kid, jwk: attackers.publicJwk, jku: 'http://attacker.example/jwks' };
    const token = signed(header, acorn.claims(), attackers);
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
  assert.ok(
    acorn.authorizationServer.requests.every((path) => !path.includes('attacker')),
  );
});

provesRule(rules.keyIsPublished, async () => {
  const acorn = startAcorn();
  const attackers = await newKey();
  const kids = [
    '../../../dev/null',
    '/etc/passwd',
    'http://attacker.example/key',
    '',
    "' OR 1=1",
  ];
  for (const kid of [...kids, undefined, attackers.kid]) {
    const token = signed({ kid }, acorn.claims(), attackers);
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
});

provesRule(rules.signatureIsValid, async () => {
  const acorn = startAcorn();
  // Ada writes Grace's sub into her own token.
  const [header, , signature] = acorn.token().split('.');
  const forged = `${header}.${encode(acorn.claims({ sub: grace }))}.${signature}`;
  await assertInvalidToken(await acorn.call('/user/messages', forged));
});

test('a signature by another key under the published kid is refused', async () => {
  const acorn = startAcorn();
  const token = signed({ kid: publicKey().kid }, acorn.claims(), await newKey());
  await assertInvalidToken(await acorn.call('/user/userinfo', token));
});

provesRule(rules.requiredClaimsPresent, async () => {
  const acorn = startAcorn();
  for (const name of ['iss', 'sub', 'aud', 'client_id', 'jti', 'iat', 'exp']) {
    const token = acorn.token({ [name]: undefined });
    await assertInvalidToken(await acorn.call('/user/userinfo', token));
  }
  await assertInvalidToken(await acorn.call('/user/userinfo', acorn.token({ sub: 7 })));
});

provesRule(rules.issuerIsTrusted, async () => {
  const acorn = startAcorn();
  const token = acorn.token({ iss: 'http://localhost:9001/' });
  await assertInvalidToken(await acorn.call('/user/userinfo', token));
});

provesRule(rules.audienceIsThisResource, async () => {
  // The worker's token for payments, shown where the contacts are.
  const acorn = startAcorn();
  const token = acorn.machineToken('/business/payments', { scope: 'contacts.read' });
  const response = await acorn.call('/business/contacts', token);
  assert.equal(response.status, 401);
  assert.equal((await json(response)).error, 'invalid_token');
});

test('each resource refuses the tokens of the others, also when it has seen them', async () => {
  const acorn = startAcorn();
  const paths = {
    '/user': '/user/userinfo',
    '/business/contacts': '/business/contacts',
    '/business/payments': '/business/payments?limit=1',
    '/gateway': '/gateway/rates',
  };
  for (const [resource, own] of Object.entries(paths)) {
    const scope = 'openid contacts.read payments.read gateway.call';
    const token = acorn.token({ aud: `${origin}${resource}`, scope });
    assert.notEqual((await acorn.call(own, token)).status, 401);
    for (const [other, path] of Object.entries(paths)) {
      if (other === resource) continue;
      const response = await acorn.call(path, token);
      assert.equal(response.status, 401, `${resource} token at ${path}`);
      const challenge = response.headers.get('WWW-Authenticate')!;
      assert.match(challenge, /error="invalid_token", .*audience-is-this-resource/);
      const metadata = `${origin}/.well-known/oauth-protected-resource${other}`;
      assert.ok(challenge.includes(`resource_metadata="${metadata}"`), challenge);
    }
  }
});

test('an identifier is compared whole: neither a part of it nor more is for this resource', async () => {
  const acorn = startAcorn();
  for (const aud of [
    '/business',
    '/business/',
    '/business/contacts/',
    '/business/contact',
  ]) {
    const token = acorn.machineToken('/business/contacts', { aud: `${origin}${aud}` });
    assert.equal((await acorn.call('/business/contacts', token)).status, 401, aud);
  }
});

provesRule(rules.tokenNotExpired, async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.clock.advance(599);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.clock.advance(1);
  await assertInvalidToken(await acorn.call('/user/userinfo', token));
});

provesRule(rules.tokenAlreadyValid, async () => {
  const acorn = startAcorn();
  const nbf = Number(acorn.claims().iat) + 60;
  await assertInvalidToken(await acorn.call('/user/userinfo', acorn.token({ nbf })));
});

provesRule(rules.issuedInThePast, async () => {
  const acorn = startAcorn();
  const iat = Number(acorn.claims().iat) + 60;
  await assertInvalidToken(await acorn.call('/user/userinfo', acorn.token({ iat })));
});

provesRule(rules.lifetimeIsShort, async () => {
  const acorn = startAcorn();
  const exp = Number(acorn.claims().iat) + 3601;
  await assertInvalidToken(await acorn.call('/user/userinfo', acorn.token({ exp })));
});

provesRule(metadataIssuerMatches, async () => {
  const acorn = startAcorn();
  acorn.authorizationServer.issuer = 'http://attacker.example';
  const response = await acorn.call('/user/userinfo', acorn.token());
  assert.equal(response.status, 502);
});

provesRule(endpointsOverTls, async () => {
  // The request that asks whether a token was revoked carries this server's secret.
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  const introspectionEndpoint = 'http://accounts.example/introspect';
  acorn.authorizationServer.introspectionEndpoint = introspectionEndpoint;
  const response = await acorn.call('/user/userinfo', acorn.token());
  assert.equal(response.status, 502);
  assert.equal(acorn.authorizationServer.authorization, null);
});
