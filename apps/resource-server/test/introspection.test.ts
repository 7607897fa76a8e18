/**
 * Revocation: what the authorization server says of a token (RFC 7662), how
 * long its answer counts, and what happens when it says nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { tokenNotRevoked } from '../src/rules/access-token.ts';
import { credentials, json, startAcorn } from './acorn.ts';

function introspections(acorn: ReturnType<typeof startAcorn>) {
  return acorn.authorizationServer.requests.filter((path) => path === '/introspect')
    .length;
}

provesRule(tokenNotRevoked, async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  const token = acorn.token();
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.authorizationServer.revoked.add(token);
  acorn.clock.advance(5);
  acorn.clock.advance(0.001);
  const response = await acorn.call('/user/userinfo', token);
  assert.equal(response.status, 401);
  assert.equal((await json(response)).error, 'invalid_token');
});

test('an answer counts for five seconds, and this server says who asks', async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  const token = acorn.token();
  for (const seconds of [0, 2, 2]) {
    acorn.clock.advance(seconds);
    assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  }
  assert.equal(introspections(acorn), 1);
  assert.equal(
    acorn.authorizationServer.authorization,
    formatBasicCredentials(credentials),
  );
  acorn.clock.advance(2);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  assert.equal(introspections(acorn), 2);
});

test('a clock that is set back keeps no answer for longer', async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  acorn.clock.advance(300);
  const token = acorn.token({ exp: Math.floor(acorn.clock.now() / 1000) + 600 });
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.authorizationServer.revoked.add(token);
  acorn.clock.advance(-5);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.clock.advance(5.001);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
});

test('requests that come at the same time share one question', async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  const token = acorn.token();
  const reads = Array.from({ length: 30 }, () => acorn.call('/user/userinfo', token));
  for (const response of await Promise.all(reads)) assert.equal(response.status, 200);
  assert.equal(introspections(acorn), 1);
});

test('a token that is refused anyway is not asked about', async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  await acorn.call('/user/userinfo', acorn.token({ aud: 'elsewhere' }));
  assert.equal(introspections(acorn), 0);
});

test('no answer is not a yes: 503, and the next request asks again', async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  const token = acorn.token();
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.authorizationServer.reachable = false;
  acorn.clock.advance(6);
  const response = await acorn.call('/user/userinfo', token);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('Retry-After'), '2');
  acorn.authorizationServer.reachable = true;
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
});

test('where only the signature is checked, a revoked token works until it expires', async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  acorn.authorizationServer.revoked.add(token);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  assert.equal(introspections(acorn), 0);
  acorn.clock.advance(600);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
});

test('an answer that was long in coming is as old as the question', async () => {
  const acorn = startAcorn({ revocationCheck: 'introspection' });
  const token = acorn.token();
  acorn.authorizationServer.whileAsked = (path) => {
    if (path === '/introspect') acorn.clock.advance(2);
  };
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.authorizationServer.revoked.add(token);
  acorn.clock.advance(3.001);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
});
