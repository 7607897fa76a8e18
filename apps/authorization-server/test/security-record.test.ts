/**
 * The record of security events: what is in it, what never is, and that nobody
 * takes anything out.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { seconds } from '@four-roles/protocol/clock';
import type { RecordedEvent } from '../src/storage/security-events.ts';
import { prepare, registerMachine, start, stop } from './process.ts';
import {
  authorizationRequest,
  basic,
  codeForm,
  consentForm,
  startServer,
} from './server.ts';

const machine = { grant_type: 'client_credentials', scope: 'contacts.read' };

async function withFile(t: TestContext) {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'record.sqlite');
  const server = await startServer(file);
  /** In the order in which it happened. */
  const recorded = async () =>
    (await server.storage.listSecurityEvents({}, 1000)).reverse();
  return { ...server, file, recorded };
}

const names = (events: RecordedEvent[]) => events.map(({ event }) => event);

test('a sign-in is recorded step by step, and each token with what it may do', async (t) => {
  const { obtainTokens, recorded } = await withFile(t);
  await obtainTokens();
  const events = await recorded();
  assert.deepEqual(
    events.map(({ event, clientId, subject }) => [event, clientId, subject]),
    [
      ['signed_in', null, 'acct_ada'],
      ['consent_given', 'app', 'acct_ada'],
      ['token_issued', 'app', 'acct_ada'],
    ],
  );
  const { jti, details } = events.at(-1)!;
  assert.match(jti!, /^[\w-]+\.[\w-]+$/);
  assert.deepEqual(details, {
    scope: 'openid profile mail.read',
    resource: 'http://localhost:9002/user',
    expires_at: Date.UTC(2026, 0, 1) / 1000 + 600,
    grant_type: 'authorization_code',
  });
});

test('a refusal has its rule and its endpoint, and the client where there is such a one', async (t) => {
  const { send, post, recorded } = await withFile(t);
  await post('/token', machine, basic('machine', 'guess'));
  await post('/token', machine, basic('pasted-secret'));
  await post('/token', { ...machine, scope: 'mail.read' }, basic('machine'));
  const elsewhere = authorizationRequest({ redirect_uri: 'https://evil.example' });
  await send(`/authorize?${elsewhere}`);
  await post('/account/disconnect', { client_id: 'app' });
  assert.deepEqual(
    (await recorded()).map(({ clientId, rule, details }) => [
      ...[clientId, rule, details?.endpoint, details?.error],
    ]),
    [
      ['machine', 'client-secret-matches', 'POST /token', 'invalid_client'],
      [null, 'client-known', 'POST /token', 'invalid_client'],
      ['machine', 'scope-assigned-to-client', 'POST /token', 'invalid_scope'],
      ['app', 'redirect-uri-registered', 'GET /authorize', 'invalid_request'],
      [null, 'form-from-own-page', 'POST /account/disconnect', 'access_denied'],
    ],
  );
});

test('a wrong password is recorded for the account, if there is one', async (t) => {
  const { submit, recorded } = await withFile(t);
  await submit('/login', { username: 'ada', password: 'guess' });
  await submit('/login', { username: 'pasted-password', password: 'guess' });
  const rows = (await recorded()).map(({ event, subject, rule }) => [
    event,
    subject,
    rule,
  ]);
  assert.deepEqual(rows, [
    ['sign_in_refused', 'acct_ada', 'password-matches'],
    ['sign_in_refused', null, 'account-known'],
  ]);
});

test('who took a token or a grant back is told apart', async (t) => {
  const { post, submit, signIn, obtainCode, obtainTokens, recorded } = await withFile(t);
  const { access_token, refresh_token } = await obtainTokens();
  await post('/revoke', { token: access_token }, basic('app'));
  await post('/revoke', { token: refresh_token }, basic('app'));
  const code = await obtainCode();
  for (let i = 0; i < 2; i++) await post('/token', codeForm(code), basic('app'));
  const cookie = await signIn();
  for (let i = 0; i < 2; i++) {
    await submit('/account/disconnect', { client_id: 'app' }, cookie);
  }
  assert.deepEqual(
    (await recorded())
      .filter(({ event }) => event.endsWith('_revoked'))
      .map(({ event, clientId, subject, details }) => [
        ...[event, clientId, subject, details?.by],
      ]),
    [
      ['token_revoked', 'app', 'acct_ada', 'client'],
      ['grant_revoked', 'app', 'acct_ada', 'client'],
      ['grant_revoked', 'app', 'acct_ada', 'replay'],
      ['grant_revoked', 'app', 'acct_ada', 'person'],
    ],
  );
});

test('a no of the person is her answer and not a refusal of the server', async (t) => {
  const { send, submit, signIn, recorded } = await withFile(t);
  const cookie = await signIn();
  const page = await send(`/authorize?${authorizationRequest()}`, {
    headers: { cookie },
  });
  await submit('/consent', consentForm(await page.text(), [], 'deny'), cookie);
  await submit('/logout', { decision: 'sign-out' }, cookie);
  assert.deepEqual(names(await recorded()), [
    'signed_in',
    'consent_denied',
    'signed_out',
  ]);
});

test('what an owner does to her application in the console is recorded as hers', async (t) => {
  const { storage, signIn, submit, recorded } = await withFile(t);
  const mine = { ...(await storage.findClient('machine'))!, owner: 'acct_ada' };
  await storage.keepClient({ ...mine, clientId: 'mine' });
  const cookie = await signIn();
  const actions = ['rotate-secret', 'suspend', 'resume', 'delete'];
  for (const action of actions) {
    const path = `/developer/applications/mine/${action}`;
    const answer = await submit(path, { overlap: 'hour' }, cookie);
    assert.equal(answer.status, 303);
  }
  assert.deepEqual(
    (await recorded())
      .slice(1)
      .map(({ event, clientId, subject, owner }) => [event, clientId, subject, owner]),
    ['secret_rotated', 'suspended', 'resumed', 'deleted'].map((what) => [
      ...[`client_${what}`, 'mine', 'acct_ada', 'acct_ada'],
    ]),
  );
});

test('what a person registers, changes and hands out in the console is recorded as theirs', async (t) => {
  const { signIn, send, submit, recorded } = await withFile(t);
  const cookie = await signIn();
  const form = {
    application_type: 'service',
    client_name: 'Night shift',
    client_uri: 'https://night-shift.example',
    token_endpoint_auth_method: 'client_secret_basic',
    scope: 'contacts.read',
  };
  await submit('/developer/applications/new', form, cookie);
  const { clientId } = (await recorded()).at(-1)!;
  const edited = { ...form, client_name: 'Day shift' };
  await submit(`/developer/applications/${clientId}/edit`, edited, cookie);

  const tokens = '/developer/initial-access-tokens';
  const offer = { scope: 'contacts.read', registrations: '1', lifetime: 'day' };
  await submit(tokens, offer, cookie);
  const list = await (await send(tokens, { headers: { cookie } })).text();
  const [, token_hash = ''] = /name="token_hash" value="([^"]+)"/.exec(list) ?? [];
  for (let i = 0; i < 2; i++) await submit(`${tokens}/remove`, { token_hash }, cookie);
  const events = (await recorded()).slice(1);
  assert.deepEqual(names(events), [
    ...['client_registered', 'client_updated'],
    ...['initial_access_token_issued', 'initial_access_token_removed'],
  ]);
  assert.ok(events.every(({ subject }) => subject === 'acct_ada'));
});

test('each event names the trace of its request, which the logs name as well', async (t) => {
  const { post, recorded } = await withFile(t);
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  await post('/token', machine, { ...basic('machine'), traceparent });
  await post('/token', machine, { ...basic('machine', 'guess'), traceparent });
  assert.deepEqual(
    (await recorded()).map((event) => event.traceId),
    [traceId, traceId],
  );
});

test('what the server itself does wrong is in the log, not among the refusals', async (t) => {
  const { post, storage, recorded } = await withFile(t);
  t.mock.method(console, 'error', () => {});
  t.mock.method(storage, 'findClient', () => Promise.reject(new Error('no such table')));
  assert.equal((await post('/token', machine, basic('machine'))).status, 500);
  assert.deepEqual(await recorded(), []);
});

test('an event is never changed, and not removed for 30 days: the database refuses it to everybody', async (t) => {
  const { storage, clock, signIn, file, recorded } = await withFile(t);
  await signIn();
  const other = new DatabaseSync(file);
  const days = (count: number) => clock.advance(count * 24 * 3600);
  assert.throws(
    () => other.exec("update security_events set event = 'signed_out'"),
    /a security event is never changed/,
  );
  assert.throws(() => other.exec('delete from security_events'), /kept for 30 days/);
  days(30);
  await signIn();
  assert.throws(() => other.exec('delete from security_events'), /kept for 30 days/);
  await storage.removeExpiredRows(seconds(clock));
  assert.equal((await recorded()).length, 2);

  // One day later the first is old enough; the clean-up takes it, and nothing else.
  days(1);
  await signIn();
  await storage.removeExpiredRows(seconds(clock));
  assert.equal((await recorded()).length, 2);
});

test('a clock that runs ahead by a year makes no young event an old one', async (t) => {
  const { storage, clock, signIn, recorded } = await withFile(t);
  await signIn();
  await storage.removeExpiredRows(seconds(clock) + 365 * 24 * 3600);
  assert.equal((await recorded()).length, 1);
});

test('what changed something is on disk when it is answered: kill -9 loses none of it', async (t) => {
  const { origin, env, initialAccessToken, folder, clean } = await prepare();
  t.after(clean);
  const child = await start(env);
  const { client_id } = await registerMachine(origin, initialAccessToken);
  await stop(child, 'SIGKILL');
  const database = new DatabaseSync(join(folder, 'authorization-server.sqlite'));
  const row = database
    .prepare("select client_id from security_events where event = 'client_registered'")
    .get();
  assert.equal(row?.client_id, client_id);
});

test('a server that is told to stop writes what it had gathered', async (t) => {
  const { origin, env, initialAccessToken, folder, clean } = await prepare();
  t.after(clean);
  const child = await start(env);
  const nightly = await registerMachine(origin, initialAccessToken);
  const count = 50;
  for (let i = 0; i < count; i++) {
    const body = new URLSearchParams(machine);
    const headers = basic(nightly.client_id, nightly.client_secret);
    const answer = await fetch(`${origin}/token`, { method: 'POST', body, headers });
    assert.equal(answer.status, 200);
  }
  await stop(child, 'SIGTERM');
  const database = new DatabaseSync(join(folder, 'authorization-server.sqlite'));
  const rows = database
    .prepare(
      "select count(distinct jti) n from security_events where event = 'token_issued'",
    )
    .get();
  assert.equal(rows?.n, count);
});
