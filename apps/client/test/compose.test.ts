import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { Browser, location } from './browser.ts';
import { acorn, dataFolder, origin } from './stage.ts';

const { findDraft } = await import('../src/storage/drafts.ts');
const mail = { to: 'grace@acorn.example', subject: 'Note G', body: 'One.\r\n\r\nTwo.' };

beforeEach(() => acorn.reset());

const draftOf = (browser: Browser) =>
  findDraft('acct_ada', browser.cookies.get('briefing_browser') ?? '');

test('a message is sent once, as JSON, and its draft is gone', async () => {
  const ada = new Browser();
  await ada.signIn();
  let sent = '';
  acorn.answers.set('/user/messages', ({ body }) => {
    sent = body.toString();
    return { status: 201, body: { id: 'msg_1' } };
  });
  const response = await ada.post('/compose/send', mail);
  assert.equal(location(response), `${origin}/inbox?sent=1`);
  assert.match(decodeURIComponent(sent), /grace@acorn\.example/);
  assert.equal(
    acorn.at('/user/messages')[0]?.headers['content-type'],
    'application/json',
  );
  assert.equal(await draftOf(ada), undefined);
});

test('what was written survives a mistake in the address', async () => {
  const ada = new Browser();
  await ada.signIn();
  const response = await ada.post('/compose/send', { ...mail, to: 'grace' });
  assert.equal(location(response), `${origin}/compose`);
  const draft = await draftOf(ada);
  assert.equal(draft?.body, 'One.\n\nTwo.');
  assert.match(draft?.complaint ?? '', /^To: /);
  assert.deepEqual(acorn.at('/user/messages'), []);
});

test('what was written survives a missing permission, and the page says which', async () => {
  const ada = new Browser();
  await ada.signIn();
  acorn.answers.set('/user/messages', () => ({
    status: 403,
    body: {},
    headers: {
      'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="mail.send"',
    },
  }));
  const problem = await ada.problem(await ada.post('/compose/send', mail));
  assert.equal(problem?.kind, 'scope-missing');
  assert.equal(problem?.scope, 'mail.send');
  assert.equal((await draftOf(ada))?.subject, 'Note G');
});

test('what was written is there again after Acorn was asked for a permission', async () => {
  const ada = new Browser();
  await ada.signIn();
  await ada.post('/compose/send', { ...mail, to: 'grace' });
  await ada.signIn('/login?scope=mail.send&return_to=/compose');
  assert.equal((await draftOf(ada))?.subject, 'Note G');
});

test('a draft is mail: the database file does not show it, and no other browser has it', async () => {
  const ada = new Browser();
  await ada.signIn();
  const written = { to: 'a draft to', subject: 'a draft subject', body: 'a draft body' };
  await ada.post('/compose/send', written);
  assert.equal((await draftOf(ada))?.body, 'a draft body');
  const bytes = ['', '-wal']
    .map((end) => readFileSync(join(dataFolder, `client.sqlite${end}`), 'latin1'))
    .join('');
  for (const text of Object.values(written)) assert.ok(!bytes.includes(text), text);
  const other = new Browser();
  await other.signIn();
  assert.equal(await draftOf(other), undefined);
});

test('signing out removes the draft', async () => {
  const ada = new Browser();
  await ada.signIn();
  await ada.post('/compose/send', { ...mail, to: 'grace' });
  assert.ok(await draftOf(ada));
  await ada.post('/logout', {});
  assert.equal(await draftOf(ada), undefined);
});

test('nobody sends mail without having signed in', async () => {
  const stranger = new Browser();
  const problem = await stranger.problem(await stranger.post('/compose/send', mail));
  assert.equal(problem?.kind, 'sign-in-needed');
});

test('a body is not read that is no form, or too long', async () => {
  const ada = new Browser();
  await ada.signIn();
  const asBriefing = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
  const statusWith = async (headers: Record<string, string>) =>
    (await ada.post('/compose/send', mail, { ...asBriefing, ...headers })).status;
  assert.equal(await statusWith({ 'Content-Type': 'text/plain' }), 415);
  assert.equal(await statusWith({ 'Content-Length': '131073' }), 413);
  assert.equal(await statusWith({ 'Content-Length': 'long' }), 413);
  assert.deepEqual(acorn.at('/user/messages'), []);
});
