import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { writeClock } from '@four-roles/protocol/clock';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { postFromThisSite, sessionUnexpired } from '../src/rules/session.ts';
import { Browser, location } from './browser.ts';
import { acorn, clockFile, moveClock, origin } from './stage.ts';

const { accessTokens, ConnectionEnded } = await import('../src/session/access-tokens.ts');
const { findSession, replaceTokens } = await import('../src/storage/sessions.ts');
const { Refused, Unreachable } = await import('../src/oauth/send.ts');
const { Secret } = await import('../src/secret.ts');
const { clock } = await import('../src/config.ts');

beforeEach(() => acorn.reset());

async function signedIn() {
  const ada = new Browser();
  await ada.signIn();
  const session = await ada.session();
  assert.ok(session);
  return { ada, session };
}

const renewedTokens = (accessToken: string) => ({
  accessToken: new Secret(accessToken),
  accessTokenExpiresAt: clock.now() + 600_000,
  refreshToken: new Secret(`refresh token of ${accessToken}`),
  scope: 'openid',
});

/** One process of several that serve the same people. */
function replica(
  refresh: () => Promise<string>,
  wait = () => new Promise<void>((resolve) => setImmediate(resolve)),
) {
  return accessTokens({
    clock,
    refresh: async () => renewedTokens(await refresh()),
    wait,
  });
}

test('a token that is good for more than 30 seconds is used as it is', async () => {
  const { session } = await signedIn();
  const one = replica(() => assert.fail('nothing to refresh'));
  assert.equal(await one.fresh(session), session);
});

test('ten callers at once share one refresh', async () => {
  const { session } = await signedIn();
  moveClock(575);
  let refreshes = 0;
  const one = replica(async () => `access token ${++refreshes}`);
  const all = await Promise.all(Array.from({ length: 10 }, () => one.fresh(session)));
  assert.equal(refreshes, 1);
  for (const each of all)
    assert.equal(each.tokens.accessToken.reveal(), 'access token 1');
});

test('two processes at once: one refreshes, the other waits and reads the result', async () => {
  const { session } = await signedIn();
  moveClock(575);
  let refreshes = 0;
  const slow = async () => {
    refreshes++;
    await new Promise((resolve) => setImmediate(resolve));
    return 'the one access token';
  };
  const both = await Promise.all([
    replica(slow).fresh(session),
    replica(slow).fresh(session),
  ]);
  assert.equal(refreshes, 1);
  for (const each of both)
    assert.equal(each.tokens.accessToken.reveal(), 'the one access token');
});

test('a process that dies while it refreshes holds the others up for 15 seconds only', async () => {
  const { session } = await signedIn();
  moveClock(575);
  const { reserveRefresh } = await import('../src/storage/sessions.ts');
  assert.ok(await reserveRefresh(session, clock.now() + 15_000));
  moveClock(591);
  const fresh = await replica(async () => 'a new one').fresh(session);
  assert.equal(fresh.tokens.accessToken.reveal(), 'a new one');
});

test('while the clocks stand still, nobody gives up waiting for a refresh', async () => {
  const { session } = await signedIn();
  moveClock(575);
  writeClock(clockFile, { movedBy: 0, standsAt: clock.now() });
  let waits = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const one = replica(async () => held.then(() => 'a new one'));
  const other = replica(
    () => assert.fail('it was reserved'),
    async () => {
      if (++waits === 500) release();
      await new Promise((resolve) => setImmediate(resolve));
    },
  );
  const [fresh] = await Promise.all([one.fresh(session), other.fresh(session)]);
  assert.ok(waits >= 500);
  assert.equal(fresh.tokens.accessToken.reveal(), 'a new one');
});

test('who was overtaken and is refused does not sign the person out', async () => {
  const { session } = await signedIn();
  moveClock(575);
  const late = replica(async () => {
    await replaceTokens(session, renewedTokens('of the winner'));
    throw new Refused('authorization server', 'token endpoint', {
      status: 400,
      error: 'invalid_grant',
    });
  });
  const fresh = await late.fresh(session);
  assert.equal(fresh.tokens.accessToken.reveal(), 'of the winner');
  assert.equal(fresh.endedAt, null);
});

test('an authorization server that is away ends nothing: the next try may succeed', async () => {
  const { session } = await signedIn();
  moveClock(575);
  const away = replica(async () => {
    throw new Unreachable('authorization server', 'http://localhost', 'no answer');
  });
  await assert.rejects(away.fresh(session), Unreachable);
  const fresh = await replica(async () => 'a new one').fresh(session);
  assert.equal(fresh.tokens.accessToken.reveal(), 'a new one');
});

test('invalid_grant ends the connection for good, and the tokens are gone', async () => {
  const { session } = await signedIn();
  moveClock(575);
  const refused = replica(async () => {
    throw new Refused('authorization server', 'token endpoint', {
      status: 400,
      error: 'invalid_grant',
    });
  });
  await assert.rejects(refused.fresh(session), ConnectionEnded);
  const ended = await findSession(session.id);
  assert.equal(ended?.tokens.refreshToken, undefined);
  assert.equal(ended?.tokens.accessToken.reveal(), '');
  assert.notEqual(ended?.endedAt, null);
});

provesRule(sessionUnexpired, async () => {
  moveClock(0);
  const { ada } = await signedIn();
  moveClock(7 * 24 * 60 * 60 + 1);
  assert.equal(await ada.session(), undefined);
});

provesRule(postFromThisSite, async () => {
  const { ada } = await signedIn();
  const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
  await ada.post('/logout', {}, headers);
  assert.ok(await ada.session());
});

test('a POST that does not say where it comes from is refused', async () => {
  const { ada } = await signedIn();
  await ada.post('/logout', {}, {});
  await ada.post('/logout', {}, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' });
  await ada.post('/logout', {}, { Origin: origin, 'Sec-Fetch-Site': 'same-site' });
  assert.ok(await ada.session());
});

test('signing out revokes the refresh token (RFC 7009, section 2.1) and ends the session', async () => {
  const { ada, session } = await signedIn();
  const response = await ada.post('/logout', {});
  assert.equal(location(response), `${origin}/signed-out`);
  const [request] = acorn.at('/revoke');
  assert.equal(request?.method, 'POST');
  assert.match(request?.headers.authorization ?? '', /^Basic /);
  assert.deepEqual(Object.fromEntries(request?.body ?? []), {
    token: session.tokens.refreshToken?.reveal(),
    token_type_hint: 'refresh_token',
  });
  assert.equal(await findSession(session.id), undefined);
  assert.equal(ada.cookies.has('briefing_session'), false);
});

test('who signs out while Acorn is away is signed out here, and told the rest', async () => {
  const { ada, session } = await signedIn();
  acorn.answers.set('/revoke', () => ({ status: 503, body: {} }));
  const response = await ada.post('/logout', {});
  assert.equal(location(response), `${origin}/signed-out?acorn=away`);
  assert.equal(await findSession(session.id), undefined);
});
