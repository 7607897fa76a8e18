import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import {
  apiAnswerWellFormed,
  pictureFromResourceServer,
  tokenStaysWithItsResource,
  userinfoSameSubject,
  userinfoWellFormed,
} from '../src/rules/api-call.ts';
import { Browser } from './browser.ts';
import { acorn, resourceServer } from './stage.ts';

const { listMessages, readMessage } = await import('../src/mailbox/messages.ts');
const { callAs } = await import('../src/session/call-as.ts');
const { problemOf } = await import('../src/problems/problem.ts');
const { Secret } = await import('../src/secret.ts');

const token = new Secret('a-token');

beforeEach(() => acorn.reset());

async function nobodySignsIn(userinfo: object): Promise<void> {
  acorn.answers.set('/user/userinfo', () => ({ status: 200, body: userinfo }));
  const ada = new Browser();
  await ada.signIn();
  assert.equal(await ada.session(), undefined);
}

provesRule(userinfoWellFormed, () => nobodySignsIn({ name: 'Nobody' }));

provesRule(userinfoSameSubject, () =>
  nobodySignsIn({ sub: 'acct_grace', name: 'Grace' }),
);

provesRule(pictureFromResourceServer, () =>
  nobodySignsIn({ sub: 'acct_ada', picture: 'https://tracker.example/pixel.png' }),
);

provesRule(tokenStaysWithItsResource, async () => {
  // `encodeURIComponent('..')` is still '..', and leads out of the resource.
  acorn.received.length = 0;
  await readMessage(token, '../../business/contacts').catch(() => {});
  await readMessage(token, '..').catch(() => {});
  const { callApi } = await import('../src/oauth/api-call.ts');
  await callApi(new URL(`${resourceServer}/business/contacts`), token).catch(() => {});
  assert.deepEqual(
    acorn.received.filter(({ path }) => !path.startsWith('/user/')),
    [],
  );
});

provesRule(apiAnswerWellFormed, async () => {
  acorn.answers.set('/user/messages', () => ({
    status: 200,
    body: { messages: 'none' },
  }));
  await assert.rejects(listMessages(token, { limit: 20 }));
});

test('an API call carries the token in its header and nowhere else (RFC 6750, section 2.1)', async () => {
  await listMessages(token, { limit: 20, cursor: 'next one' });
  const [call] = acorn.at('/user/messages');
  assert.equal(call?.headers.authorization, 'Bearer a-token');
  assert.equal(call?.headers['user-agent'], 'FourRoles-Client/1');
  assert.equal(call?.headers.cookie, undefined);
});

test('a missing scope is told with the scope that would do (RFC 6750, section 3.1)', async () => {
  acorn.answers.set('/user/messages', () => ({
    status: 403,
    body: { error: 'insufficient_scope', error_description: 'mail.read is needed.' },
    headers: {
      'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="mail.read"',
    },
  }));
  const error = await listMessages(token, { limit: 20 }).catch((thrown) => thrown);
  const problem = problemOf(error);
  assert.equal(problem.kind, 'scope-missing');
  assert.equal(problem.party, 'Acorn APIs');
  assert.equal(problem.scope, 'mail.read');
});

test('after invalid_token there is one refresh and one more call', async () => {
  const ada = new Browser();
  await ada.signIn();
  const session = await ada.session();
  assert.ok(session);
  acorn.received.length = 0;
  let calls = 0;
  acorn.answers.set('/user/messages', () => {
    calls++;
    if (calls > 1) return undefined;
    const headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
    return { status: 401, body: { error: 'invalid_token' }, headers };
  });
  await callAs(session, (good) => listMessages(good, { limit: 20 }));
  assert.equal(calls, 2);
  const [refresh, ...others] = acorn.at('/token');
  assert.deepEqual(others, []);
  const { refresh_token, ...rest } = Object.fromEntries(refresh?.body ?? []);
  assert.equal(refresh_token, session.tokens.refreshToken?.reveal());
  assert.deepEqual(rest, {
    grant_type: 'refresh_token',
    resource: `${resourceServer}/user`,
  });
});

test('a token that is refused again is not renewed for ever', async () => {
  const ada = new Browser();
  await ada.signIn();
  const session = await ada.session();
  assert.ok(session);
  acorn.received.length = 0;
  acorn.answers.set('/user/messages', () => ({
    status: 401,
    body: { error: 'invalid_token' },
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  }));
  await assert.rejects(callAs(session, (good) => listMessages(good, { limit: 20 })));
  assert.equal(acorn.at('/user/messages').length, 2);
  assert.equal(acorn.at('/token').length, 1);
});
