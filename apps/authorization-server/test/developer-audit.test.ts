/** The record of security events in the developer console: who sees what of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorizationRequest, basic, consentForm, startServer } from './server.ts';

const path = '/developer/audit';
const machine = { grant_type: 'client_credentials', scope: 'contacts.read' };

/** Ada runs the server; "Sundial" is hers, and "Moondial" is Grace's. */
async function withRecord() {
  const server = await startServer();
  const { storage, send, signIn } = server;
  const ada = (await storage.findAccount('acct_ada'))!;
  await storage.keepAccount({ ...ada, isOperator: true });
  const client = (await storage.findClient('machine'))!;
  for (const [clientId, owner] of [
    ['Sundial', 'acct_ada'],
    ['Moondial', 'acct_grace'],
  ] as const) {
    await storage.keepClient({ ...client, clientId, clientName: clientId, owner });
  }
  const cookies = { ada: await signIn('ada'), grace: await signIn('grace') };
  const get = (as: 'ada' | 'grace', query = '', at = path) =>
    send(`${at}?${query}`, { headers: { cookie: cookies[as] } });
  const page = async (as: 'ada' | 'grace', query = '') => (await get(as, query)).text();
  const rows = async (as: 'ada' | 'grace', query = '') => {
    const table = /<tbody>([\s\S]*)<\/tbody>/.exec(await page(as, query))?.[1] ?? '';
    return table.split('</tr>').slice(0, -1).map(words);
  };
  const lines = async (as: 'ada' | 'grace', query = '') =>
    (await (await get(as, query, `${path}.jsonl`)).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { ...server, get, page, rows, lines };
}

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a person sees what they did and what concerns their applications; an operator sees everything', async () => {
  const { post, rows, lines } = await withRecord();
  for (const id of ['Sundial', 'Moondial']) await post('/token', machine, basic(id));
  await post('/token', machine, basic('nobody'));
  const ofGrace = await rows('grace');
  assert.equal(ofGrace.length, 2);
  assert.match(ofGrace[0]!, /Access token issued Moondial/);
  assert.match(ofGrace[1]!, /Signed in grace/);
  assert.equal((await rows('ada')).length, 5);

  // Nothing that one asks for shows more.
  for (const query of ['client=Sundial', 'event=request_refused', 'outcome=refused']) {
    assert.deepEqual(await rows('grace', query), []);
    assert.deepEqual(await lines('grace', query), []);
  }
});

test('the owner of an application learns which person it was only as the application does', async () => {
  const { storage, signIn, rows, agree } = await withRecord();
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, owner: 'acct_grace' });
  await agree(await signIn('ada'), authorizationRequest());
  const [agreed] = await rows('grace');
  assert.match(agreed!, /Agreed to an app .* acct_ada/);
  assert.match((await rows('ada', 'event=consent_given'))[0]!, /Agreed to an app .* ada/);
});

test('who denied an application is told neither to the application nor to its owner', async () => {
  const { storage, send, submit, signIn, rows, lines } = await withRecord();
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, owner: 'acct_grace' });
  const cookie = await signIn('ada');
  const asked = await send(`/authorize?${authorizationRequest()}`, {
    headers: { cookie },
  });
  await submit('/consent', consentForm(await asked.text(), [], 'deny'), cookie);
  const [ofGrace] = await rows('grace');
  assert.match(ofGrace!, /Denied an app/);
  assert.doesNotMatch(ofGrace!, /acct_ada/);
  assert.equal((await lines('grace'))[0].subject, undefined);
  assert.equal((await lines('ada'))[0].subject, 'acct_ada');
});

test('a refusal stands there with its rule, the clause behind it, and its trace', async () => {
  const { post, page, rows } = await withRecord();
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  for (let i = 0; i < 3; i++) {
    await post('/token', machine, { ...basic('Moondial', 'guess'), traceparent });
  }
  const [refusal] = await rows('grace', 'outcome=refused');
  assert.match(refusal!, /Request refused 3 times Moondial/);
  assert.match(refusal!, /client-secret-matches endpoint POST \/token/);
  assert.ok(refusal!.includes(traceId));
  assert.match(await page('grace'), /href="https:\/\/www\.rfc-editor\.org\/rfc\/rfc6749/);
});

test('the filters are in the address, and what is not among the choices is not chosen', async () => {
  const { clock, post, submit, rows, page } = await withRecord();
  await post('/token', machine, basic('Sundial'));
  clock.advance(2 * 3600);
  await post('/token', machine, basic('Moondial'));
  await submit('/login', { username: 'ada', password: 'guess' });
  assert.equal((await rows('ada', 'event=token_issued')).length, 2);
  assert.equal((await rows('ada', 'event=token_issued&client=Sundial')).length, 1);
  assert.equal((await rows('ada', 'since=hour')).length, 2);
  assert.equal((await rows('ada', 'outcome=refused')).length, 1);
  assert.equal((await rows('ada', 'outcome=done')).length, 4);
  assert.equal((await rows('ada', 'event=x&outcome=x&since=x&before=x')).length, 5);
  const chosen = await page('ada', 'event=token_issued&client=%3Cscript%3E');
  assert.match(chosen, /<option value="token_issued" selected/);
  assert.match(chosen, /value="&lt;script&gt;"/);
  assert.match(chosen, /audit\.jsonl\?event=token_issued&amp;client=%3Cscript%3E/);
});

test('twenty-five events are on a page, and the next page goes on where it ended, whatever was added', async () => {
  const { post, rows, page, lines } = await withRecord();
  const issue = () => post('/token', machine, basic('Moondial'));
  for (let i = 0; i < 30; i++) await issue();
  const older = /href="\/developer\/audit\?([^"]*before=\d+)"/;
  const next = older.exec(await page('grace'))![1]!.replaceAll('&amp;', '&');
  await issue();
  assert.equal((await rows('grace')).length, 25);
  assert.equal((await rows('grace', next)).length, 6);
  assert.doesNotMatch(await page('grace', next), older);
  assert.equal((await lines('grace')).length, 32);
});

test('for programs there is an event in each line', async () => {
  const { clock, post, get, lines } = await withRecord();
  await post('/token', machine, basic('Moondial'));
  const answer = await get('grace', '', `${path}.jsonl`);
  assert.equal(answer.headers.get('content-type'), 'application/jsonl');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const [{ id, jti, trace_id, ...event }] = await lines('grace', 'event=token_issued');
  assert.ok(id && jti && trace_id);
  assert.deepEqual(event, {
    time: '2026-01-01T00:00:00Z',
    event: 'token_issued',
    count: 1,
    client_id: 'Moondial',
    subject: 'Moondial',
    owner: 'acct_grace',
    scope: 'contacts.read',
    resource: 'http://localhost:9002/business/contacts',
    grant_type: 'client_credentials',
    expires_at: clock.now() / 1000 + 600,
  });
});

test('nobody reads the record without signing in', async () => {
  const { send } = await startServer();
  for (const at of [path, `${path}.jsonl`]) {
    const answer = await send(at);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/login?next=developer');
  }
});
