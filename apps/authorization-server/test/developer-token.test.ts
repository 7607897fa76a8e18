/** Tokens at the developer console: those of an application, and one that is judged. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { tokenOfOwnApplication } from '../src/rules/developer.ts';
import { home, startConsole } from './developer.ts';
import { basic } from './server.ts';

const tokens = '/developer/tokens';

type Console = Awaited<ReturnType<typeof startConsole>>;

async function issue({ post }: Console, client: string) {
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const { access_token } = await (await post('/token', form, basic(client))).json();
  const jti = decodeUnverified(access_token)?.claims.jti ?? '';
  return { token: access_token as string, jti };
}

test('a token of an application is listed until it expires, and revoked by its name', async () => {
  const console = await startConsole();
  const { open, act, isActive, clock } = console;
  assert.match(await (await open(home)).text(), /There is none at the moment/);
  const { token, jti } = await issue(console, 'sundial');
  const other = await issue(console, 'sundial');
  const listed = await (await open(home)).text();
  assert.ok(listed.includes(`name="jti" value="${jti}"`));
  assert.ok(!listed.includes(token));
  assert.match(listed, /http:\/\/localhost:9002\/business\/contacts/);

  const response = await act(`${home}/revoke-token`, { jti });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), `${home}#tokens`);
  assert.equal(await isActive(token), false);
  assert.equal(await isActive(other.token), true);
  const after = await (await open(home)).text();
  assert.ok(!after.includes(`value="${jti}"`));
  assert.match(after, /<span class="tag bad">revoked<\/span>/);

  clock.advance(600);
  assert.match(await (await open(home)).text(), /There is none at the moment/);
});

provesRule(tokenOfOwnApplication, async () => {
  const console = await startConsole();
  const { token, jti } = await issue(console, 'machine');
  const response = await console.act(`${home}/revoke-token`, { jti });
  assert.equal(await console.isActive(token), true);
  assert.equal(response.status, 403);

  const judged = await console.act(tokens, { token });
  assert.equal(judged.status, 400);
  assert.match(await judged.text(), /the person whose application it was issued to/);
  assert.equal((await console.act(`${tokens}/revoke`, { token })).status, 403);
});

test('what was revoked by suspending is listed as revoked', async () => {
  const console = await startConsole();
  await issue(console, 'sundial');
  await console.act(`${home}/suspend`);
  const page = await (await console.open(home)).text();
  assert.doesNotMatch(page, /name="jti"/);
  assert.match(page, /<span class="tag bad">revoked<\/span>/);
});

test('who revoked a token in the console stands in the record', async () => {
  const console = await startConsole();
  const { jti } = await issue(console, 'sundial');
  await console.act(`${home}/revoke-token`, { jti });
  const filter = { clientId: 'sundial', event: 'token_revoked' };
  const [event] = await console.storage.listSecurityEvents(filter, 1);
  assert.equal(event?.subject, 'acct_ada');
  assert.equal(event?.jti, jti);
  assert.deepEqual(event?.details, { by: 'developer' });
});

/** A resource server that answers as it is told, and remembers what it was asked. */
function resourceServerThat(answer: () => Promise<Response>) {
  const asked: Request[] = [];
  mock.method(globalThis, 'fetch', (url: string, init: RequestInit) => {
    asked.push(new Request(url, init));
    return answer();
  });
  return asked;
}

const verdicts = (revoked: boolean) => async () =>
  Response.json({
    mode_in_force: 'introspection',
    verdicts: [
      { mode: 'local', active: true, refuses_at_the_latest: 'when it expires: 1' },
      {
        mode: 'introspection',
        active: !revoked,
        refuses_at_the_latest: '5 seconds after it was revoked',
        ...(revoked && { error_description: 'It was <b>revoked</b>.' }),
      },
      { mode: 'list', active: null, error_description: 'It has no credentials.' },
    ],
  });

/** Send the form, and follow it to the verdicts. */
async function judge({ act, open }: Console, path: string, token: string) {
  const response = await act(path, { token });
  assert.equal(response.status, 303, await response.clone().text());
  assert.equal(response.headers.get('location'), tokens);
  const set = response.headers.get('set-cookie')!;
  assert.ok(!set.includes(token));
  const page = await (await open(tokens, set.split(';')[0]!)).text();
  const rows = page.match(/<tr>\s*<th scope="row">[\s\S]*?<\/tr>/g)!;
  return { page, rows: rows.map((row) => /accepted|refused|cannot tell/.exec(row)?.[0]) };
}

test('a token is judged by signature, by introspection and by the resource server, before and after it is revoked', async () => {
  const console = await startConsole();
  const { token, jti } = await issue(console, 'sundial');
  const asked = resourceServerThat(verdicts(false));
  const before = await judge(console, tokens, token);
  const [yes, no, unknown] = ['accepted', 'refused', 'cannot tell'];
  assert.deepEqual(before.rows, [yes, yes, yes, yes, unknown]);
  assert.match(before.page, /when it expires, in 10 minutes/);
  assert.equal(asked[0]?.url, 'http://localhost:9002/token-verdicts');
  assert.equal(asked[0]?.headers.get('authorization'), `Bearer ${token}`);
  assert.equal(asked[0]?.redirect, 'error');

  resourceServerThat(verdicts(true));
  const after = await judge(console, `${tokens}/revoke`, token);
  assert.deepEqual(after.rows, [yes, no, yes, no, unknown]);
  assert.match(before.page, /Revoke this token/);
  assert.doesNotMatch(after.page, /Revoke this token/);
  assert.match(after.page, /<code>token-not-revoked<\/code>/);
  assert.match(after.page, /It was &lt;b&gt;revoked/);
  assert.equal(await console.isActive(token), false);
  const filter = { jti, event: 'token_revoked' };
  const [event] = await console.storage.listSecurityEvents(filter, 1);
  assert.equal(event?.subject, 'acct_ada');

  assert.match(await (await console.open(tokens)).text(), /Have a token judged/);
  mock.restoreAll();
});

test('a token that has expired is refused by its signature too', async () => {
  const console = await startConsole();
  const { token } = await issue(console, 'sundial');
  console.clock.advance(600);
  resourceServerThat(verdicts(true));
  const { rows } = await judge(console, tokens, token);
  assert.deepEqual(rows.slice(0, 2), ['refused', 'refused']);
  mock.restoreAll();
});

test('a resource server that is away, or answers something else, has a row that says so', async () => {
  const console = await startConsole();
  const { token } = await issue(console, 'sundial');
  for (const answer of [
    () => Promise.reject(new TypeError('fetch failed')),
    async () => new Response('<h1>Hello</h1>'),
    async () => Response.json({ verdicts: 'none' }),
    async () => new Response('', { status: 500 }),
  ]) {
    resourceServerThat(answer);
    const { page, rows } = await judge(console, tokens, token);
    assert.deepEqual(rows, ['accepted', 'accepted', 'cannot tell']);
    assert.match(page, /is it running\?/);
  }
  mock.restoreAll();
});

test('a token is read as people copy it', async () => {
  const console = await startConsole();
  const { token } = await issue(console, 'sundial');
  const [head, rest] = [token.slice(0, 60), token.slice(60)];
  for (const pasted of [
    `Bearer ${token}`,
    `Authorization: bearer ${token}\n`,
    ` ${head}\n  ${rest}`,
  ]) {
    assert.equal((await console.act(tokens, { token: pasted })).status, 303, pasted);
  }
});

test('what is no token is said beside the field, and stays in it', async () => {
  const { act, obtainTokens, storage } = await startConsole();
  for (const typed of ['', 'no <token>', 'a.b.c', 'x'.repeat(20_000)]) {
    const response = await act(tokens, { token: typed });
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('set-cookie'), null);
    const page = await response.text();
    assert.match(page, /id="token-error"/);
    assert.match(page, /Nothing was judged/);
    assert.ok(page.includes(typed.replace('<', '&lt;').replace('>', '&gt;')));
  }
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, owner: 'acct_ada' });
  const { refresh_token } = await obtainTokens();
  const page = await (await act(tokens, { token: refresh_token })).text();
  assert.match(page, /That is a refresh token/);
});
