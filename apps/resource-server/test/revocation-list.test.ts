/**
 * Judging by the list of what was revoked: how late it is, what it knows of,
 * and what happens when it cannot be fetched.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { tokenNotOnRevocationList } from '../src/rules/access-token.ts';
import { credentials, json, startAcorn } from './acorn.ts';

type Acorn = ReturnType<typeof startAcorn>;

const start = () => startAcorn({ revocationCheck: 'list' });

const path = '/user/userinfo';

function listsFetched(acorn: Acorn): number {
  return acorn.authorizationServer.requests.filter((asked) => asked === '/revocations')
    .length;
}

async function answers(acorn: Acorn, token: string, ...expected: number[]) {
  for (const status of expected) {
    assert.equal((await acorn.call(path, token)).status, status);
  }
}

provesRule(tokenNotOnRevocationList, async () => {
  const acorn = start();
  const token = acorn.token({ jti: 'one-token' });
  await answers(acorn, token, 200);
  acorn.authorizationServer.list.tokens.push('one-token');
  acorn.clock.advance(5);
  const response = await acorn.call(path, token);
  assert.equal(response.status, 401);
  assert.equal((await json(response)).error, 'invalid_token');
});

test('at most five seconds late: one list for all the tokens that arrive meanwhile', async () => {
  const acorn = start();
  const token = acorn.token({ jti: 'one-token' });
  await answers(acorn, token, 200);
  acorn.authorizationServer.list.tokens.push('one-token');
  acorn.clock.advance(4.999);
  await answers(acorn, token, 200);
  await answers(acorn, acorn.token(), 200, 200);
  assert.equal(listsFetched(acorn), 1);
  acorn.clock.advance(0.001);
  await answers(acorn, token, 401);
  await answers(acorn, acorn.token(), 200);
  assert.equal(listsFetched(acorn), 2);
  assert.equal(acorn.authorizationServer.requests.includes('/introspect'), false);
  const { authorization } = acorn.authorizationServer;
  assert.equal(authorization, formatBasicCredentials(credentials));
});

test('a list that was long in coming is as old as the question', async () => {
  const acorn = start();
  const token = acorn.token({ jti: 'one-token' });
  acorn.authorizationServer.whileAsked = (asked) => {
    if (asked === '/revocations') acorn.clock.advance(2);
  };
  await answers(acorn, token, 200);
  acorn.authorizationServer.list.tokens.push('one-token');
  acorn.clock.advance(3);
  await answers(acorn, token, 401);
});

test('a clock that is set back keeps no list for longer', async () => {
  const acorn = start();
  const token = acorn.token({ jti: 'one-token', iat: 0, exp: 3600 });
  acorn.clock.advance(1000 - acorn.clock.now() / 1000);
  await answers(acorn, token, 200);
  acorn.authorizationServer.list.tokens.push('one-token');
  acorn.clock.advance(-600);
  await answers(acorn, token, 200);
  acorn.clock.advance(5);
  await answers(acorn, token, 401);
});

test('the tokens of a grant that has ended are heard of, and no others', async () => {
  const acorn = start();
  acorn.authorizationServer.list.grants.push('the-grant');
  await answers(acorn, acorn.token({ jti: 'the-grant.first' }), 401);
  await answers(acorn, acorn.token({ jti: 'the-grant.second' }), 401);
  await answers(acorn, acorn.token({ jti: 'the-grant-2.first' }), 200);
  await answers(acorn, acorn.token({ jti: 'the-grant' }), 200);
  await answers(acorn, acorn.token({ jti: 'other.the-grant' }), 200);
});

test('what a suspended client held is dead, what it gets after that is not', async () => {
  const acorn = start();
  const { iat, exp } = acorn.claims() as { iat: number; exp: number };
  const revoked_at = iat + 60;
  acorn.authorizationServer.list.clients.push({ client_id: 'briefing', revoked_at });
  acorn.clock.advance(120);
  await answers(acorn, acorn.token({ iat, exp }), 401);
  await answers(acorn, acorn.token({ iat: revoked_at, exp }), 401);
  await answers(acorn, acorn.token({ iat: revoked_at + 1, exp }), 200);
  await answers(acorn, acorn.token({ iat, exp, client_id: 'briefing-2' }), 200);
});

test('tokens that come at the same time share one list', async () => {
  const acorn = start();
  for (const fetched of [1, 2]) {
    const reads = Array.from({ length: 30 }, () => acorn.call(path, acorn.token()));
    for (const response of await Promise.all(reads)) assert.equal(response.status, 200);
    assert.equal(listsFetched(acorn), fetched);
    acorn.clock.advance(5);
  }
});

test('a token that is refused anyway brings no list about', async () => {
  const acorn = start();
  await answers(acorn, acorn.token({ aud: 'elsewhere' }), 401);
  assert.equal(listsFetched(acorn), 0);
});

test('authorization server away: the last list counts for half a minute, then no answer is not a yes', async () => {
  const acorn = start();
  const token = acorn.token();
  const revoked = acorn.token({ jti: 'one-token' });
  acorn.authorizationServer.list.tokens.push('one-token');
  await answers(acorn, token, 200);
  acorn.authorizationServer.reachable = false;
  acorn.clock.advance(29.999);
  await answers(acorn, token, 200, 200);
  await answers(acorn, revoked, 401);
  assert.equal(listsFetched(acorn), 2, 'one attempt in five seconds');
  acorn.clock.advance(0.001);
  const response = await acorn.call(path, token);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('Retry-After'), '2');
  assert.equal((await json(response)).error, 'temporarily_unavailable');

  acorn.authorizationServer.reachable = true;
  await answers(acorn, token, 200);
  await answers(acorn, revoked, 401);
});

test('before there was any list: 503, and the next token asks again', async () => {
  const acorn = start();
  const token = acorn.token();
  acorn.authorizationServer.whileAsked = (asked) => {
    if (asked === '/revocations') throw new TypeError('fetch failed');
  };
  await answers(acorn, token, 503, 503);
  assert.equal(listsFetched(acorn), 2);
  acorn.authorizationServer.whileAsked = () => {};
  await answers(acorn, token, 200);
});

test('an answer that is no list is none', async () => {
  for (const wrong of [{ tokens: 'none' }, { grants: null }, { clients: [{}] }]) {
    const acorn = start();
    Object.assign(acorn.authorizationServer.list, wrong);
    await answers(acorn, acorn.token(), 503);
  }
});

test('an authorization server without such a list: 502 and a sentence, never a yes', async () => {
  const acorn = start();
  acorn.authorizationServer.revocationsEndpoint = undefined;
  const response = await acorn.call(path, acorn.token());
  assert.equal(response.status, 502);
  assert.match((await json(response)).error_description, /acorn_revocations_endpoint/);
});

test('the secret of this server is not sent where others listen (RFC 6749, section 3.2)', async () => {
  const acorn = start();
  acorn.authorizationServer.revocationsEndpoint = 'http://accounts.example/revocations';
  const response = await acorn.call(path, acorn.token());
  assert.equal(response.status, 502);
  assert.match((await json(response)).error_description, /endpoints-over-tls/);
  assert.equal(acorn.authorizationServer.authorization, null);
});
