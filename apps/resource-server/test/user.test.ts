/**
 * The protected resource /user: who signed in, and that person's mail.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBearerChallenge } from '@four-roles/protocol/bearer';
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import { provesRule } from '@four-roles/protocol/proves-rule';
import {
  messageBelongsToPerson,
  personIsKnown,
  scopeCoversRequest,
  tokenSpeaksForPerson,
} from '../src/rules/permission.ts';
import { ada, grace, json, origin, startAcorn } from './acorn.ts';

type Message = {
  id: string;
  from: { name: string; email: string };
  to: string;
  subject: string;
  snippet: string;
  body?: string;
  sent_at: string;
  unread: boolean;
};
type List = { messages: Message[]; next_cursor: string | null };

test('GET /user/userinfo: each scope adds its claims (OpenID Connect Core 1.0, section 5.4)', async () => {
  const acorn = startAcorn();
  const claims = async (scope: string) =>
    json(await acorn.call('/user/userinfo', acorn.token({ scope })));
  const profile = {
    name: 'Ada Lovelace',
    given_name: 'Ada',
    picture: `${origin}/pictures/ada.svg`,
  };
  const email = { email: 'ada@acorn.example', email_verified: true };
  assert.deepEqual(await claims('openid'), { sub: ada });
  assert.deepEqual(await claims('openid profile'), { sub: ada, ...profile });
  assert.deepEqual(await claims('email openid'), { sub: ada, ...email });
  assert.deepEqual(await claims('openid profile email'), {
    sub: ada,
    ...profile,
    ...email,
  });
});

test('userinfo answers POST too (OpenID Connect Core 1.0, section 5.3.1), and is not cached', async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/userinfo', acorn.token(), { method: 'POST' });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  assert.equal(response.headers.get('Content-Type'), 'application/json');
});

test('userinfo needs openid', async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/userinfo', acorn.token({ scope: 'profile' }));
  assert.equal(response.status, 403);
  assert.match(response.headers.get('WWW-Authenticate')!, /scope="openid"/);
});

provesRule(scopeCoversRequest, async () => {
  // Briefing was allowed to see the profile, and tries the mailbox.
  const acorn = startAcorn();
  const response = await acorn.call(
    '/user/messages',
    acorn.token({ scope: 'openid profile' }),
  );
  assert.equal(response.status, 403);
  const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
  assert.equal(challenge?.error, 'insufficient_scope');
  assert.equal(challenge?.scope, 'mail.read');
  assert.equal(
    challenge?.resource_metadata,
    `${origin}/.well-known/oauth-protected-resource/user`,
  );
  assert.equal((await json(response)).error, 'insufficient_scope');
});

test('every operation needs its own scope, and a longer name is not a match', async () => {
  const acorn = startAcorn();
  const refused = async (path: string, scope: string, method = 'GET') => {
    const response = await acorn.call(path, acorn.token({ scope }), { method });
    assert.equal(response.status, 403, `${method} ${path} with ${scope}`);
  };
  await refused('/user/messages', 'openid mail.send mail.reader mail');
  await refused('/user/messages', '');
  await refused('/user/messages/msg_1', 'openid mail.send');
  await refused('/user/messages', 'openid mail.read', 'POST');
});

provesRule(tokenSpeaksForPerson, async () => {
  // Somebody registered a client under the id of a person.
  const acorn = startAcorn();
  const response = await acorn.call('/user/messages', acorn.token({ client_id: ada }));
  assert.equal(response.status, 403);
  assert.equal((await json(response)).error, 'access_denied');
  assert.match(response.headers.get('WWW-Authenticate')!, /^Bearer resource_metadata=/);
});

provesRule(personIsKnown, async () => {
  const acorn = startAcorn();
  const response = await acorn.call(
    '/user/userinfo',
    acorn.token({ sub: 'acct_nobody' }),
  );
  assert.equal(response.status, 403);
  assert.equal((await json(response)).error, 'access_denied');
});

test('GET /user/messages: the newest first, some of them unread, none of another person', async () => {
  const acorn = startAcorn();
  for (const [sub, email] of [
    [ada, 'ada@acorn.example'],
    [grace, 'grace@acorn.example'],
  ]) {
    const response = await acorn.call('/user/messages?limit=100', acorn.token({ sub }));
    const { messages, next_cursor } = await json<List>(response);
    assert.ok(messages.length >= 20);
    assert.equal(next_cursor, null);
    assert.ok(messages.every(({ to }) => to === email));
    assert.ok(
      messages.some(({ unread }) => unread) && messages.some(({ unread }) => !unread),
    );
    const times = messages.map(({ sent_at }) => sent_at);
    assert.deepEqual(times, times.toSorted().reverse());
    assert.deepEqual(Object.keys(messages[0]!).sort(), [
      'from',
      'id',
      'sent_at',
      'snippet',
      'subject',
      'to',
      'unread',
    ]);
    assert.match(messages[0]!.sent_at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  }
});

test('a message that was opened is unread no more', async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  const list = async () =>
    (await json<List>(await acorn.call('/user/messages', token))).messages;
  const first = (await list()).find(({ unread }) => unread)!;
  await acorn.call(`/user/messages/${first.id}`, token);
  assert.equal((await list()).find(({ id }) => id === first.id)?.unread, false);
});

test('pages join without a gap, also when a message arrives in between', async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  const page = async (query: string) =>
    json<List>(await acorn.call(`/user/messages?${query}`, token));
  const all = (await page('limit=100')).messages.map(({ id }) => id);
  assert.equal((await page('')).messages.length, 20);

  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer: List = await page(`limit=7${cursor && `&cursor=${cursor}`}`);
    seen.push(...answer.messages.map(({ id }) => id));
    cursor = answer.next_cursor;
    const hello = { to: 'ada@acorn.example', subject: 'In between', body: 'Hello' };
    await acorn.post('/user/messages', acorn.token({ sub: grace }), hello);
  }
  assert.deepEqual(seen, all);
});

test('limit, cursor and folder are held against their schema', async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  const wrong = {
    limit: ['0', '101', '1.5', 'many', '-1', 'NaN'],
    cursor: ['abc', 'bnVsbA', Buffer.from('["x","y"]').toString('base64url')],
    folder: ['drafts'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      const response = await acorn.call(`/user/messages?${name}=${value}`, token);
      assert.equal(response.status, 400, `${name}=${value}`);
      const { error, error_description } = await json(response);
      assert.equal(error, 'invalid_request');
      assert.match(error_description, new RegExp(`^${name}: `));
    }
  }
});

provesRule(parametersNotRepeated, async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/messages?limit=1&limit=100', acorn.token());
  assert.equal(response.status, 400);
});

test('GET /user/messages/:id: the message with its text', async () => {
  const acorn = startAcorn();
  const list = await acorn.call('/user/messages', acorn.token());
  const [first] = (await json<List>(list)).messages;
  const response = await acorn.call(`/user/messages/${first!.id}`, acorn.token());
  assert.equal(response.status, 200);
  const { body, ...summary } = await json<Message>(response);
  assert.deepEqual(summary, first);
  assert.match(body!, /\n\n/);
});

provesRule(messageBelongsToPerson, async () => {
  const acorn = startAcorn();
  const list = await acorn.call('/user/messages', acorn.token());
  const [first] = (await json<List>(list)).messages;
  const path = (id: string) => `/user/messages/${id}`;
  const others = await acorn.call(path(first!.id), acorn.token({ sub: grace }));
  const nobodys = await acorn.call(path('msg_none'), acorn.token({ sub: grace }));
  assert.equal(others.status, 404);
  assert.equal(nobodys.status, 404);
  assert.deepEqual(await json(others), await json(nobodys));
});

test('POST /user/messages: a copy for the sender, and one for a recipient who is here', async () => {
  const acorn = startAcorn();
  const graceToken = acorn.token({ sub: grace });
  const draft = {
    to: 'Ada@Acorn.example',
    subject: 'Tea?',
    body: 'At four.\n\nBring cards.',
  };
  const response = await acorn.post('/user/messages', graceToken, draft);
  assert.equal(response.status, 201);
  const sent = await json<Message>(response);
  assert.equal(response.headers.get('Location'), `${origin}/user/messages/${sent.id}`);
  assert.deepEqual(sent.from, { name: 'Grace Hopper', email: 'grace@acorn.example' });
  assert.equal(sent.unread, false);

  const inbox = await acorn.call('/user/messages?limit=1', acorn.token());
  const [received] = (await json<List>(inbox)).messages;
  assert.equal(received?.subject, 'Tea?');
  assert.equal(received?.snippet, 'At four. Bring cards.');
  assert.equal(received?.unread, true);
  assert.notEqual(received?.id, sent.id);

  const folder = await acorn.call('/user/messages?folder=sent&limit=1', graceToken);
  assert.equal((await json<List>(folder)).messages[0]?.id, sent.id);
});

test('a message to an address elsewhere counts as sent, and nobody here receives it', async () => {
  const acorn = startAcorn();
  const draft = { to: 'charles@difference.example', subject: 'The mill', body: 'When?' };
  assert.equal((await acorn.post('/user/messages', acorn.token(), draft)).status, 201);
  for (const sub of [ada, grace]) {
    const response = await acorn.call('/user/messages?limit=1', acorn.token({ sub }));
    assert.notEqual((await json<List>(response)).messages[0]?.subject, 'The mill');
  }
});

test('a message that cannot be sent is refused with the name of the field', async () => {
  const acorn = startAcorn();
  const good = { to: 'grace@acorn.example', subject: 'Loops', body: 'Dear Grace,' };
  const wrong: [string, unknown][] = [
    ['to', 'grace'],
    ['to', 'a@b.example, c@d.example'],
    ['to', 'x@y.example\r\nBcc: all@acorn.example'],
    ['to', undefined],
    ['subject', ''],
    ['subject', 'two\r\nlines'],
    ['subject', 'x'.repeat(201)],
    ['body', '   '],
    ['body', 7],
    ['body', 'x'.repeat(20_001)],
  ];
  for (const [name, value] of wrong) {
    const response = await acorn.post('/user/messages', acorn.token(), {
      ...good,
      [name]: value,
    });
    assert.equal(response.status, 400, name);
    const { error, error_description } = await json(response);
    assert.equal(error, 'invalid_request');
    assert.match(error_description, new RegExp(`^${name}: `));
  }
});
