/** The life of a machine client, as flows: who does what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawHeaders } from '../src/recording/exchange.ts';
import { recordedWorld, type World } from './recorded-world.ts';
import { openBrowser, random, sentTo } from './signing-in.ts';

const to = 'authorization-server' as const;
const metadata = 'GET /.well-known/oauth-authorization-server';

function worker(world: World, ...lines: string[]): void {
  for (const line of lines) world.exchange({ from: 'worker', to, line });
}

test('Nightly registers itself, and then runs', (t) => {
  const world = recordedWorld(t);
  worker(world, metadata);
  assert.deepEqual(world.flows(), ["Nightly's run: 1"]);
  worker(world, 'POST /register', metadata, 'POST /register');
  worker(world, 'POST /token', metadata, 'POST /token');
  assert.deepEqual(world.flows(), [
    'Nightly registers itself: 1 2 3 4',
    "Nightly's run: 5 6 7",
  ]);
});

test('a run that begins with reading metadata is one run; so is one in which a new secret or registration is needed', (t) => {
  const world = recordedWorld(t);
  worker(world, metadata, 'POST /token', 'POST /register/app_1/secret');
  worker(world, 'POST /token', 'POST /register', 'POST /token');
  assert.deepEqual(world.flows(), ["Nightly's run: 1 2 3 4 5 6"]);
});

test('a registration that is tried again later is another try', (t) => {
  const world = recordedWorld(t);
  worker(world, 'POST /register');
  world.pass(5);
  worker(world, 'POST /register');
  assert.deepEqual(world.flows(), [
    'Nightly registers itself: 1',
    'Nightly registers itself: 2',
  ]);
});

test('each program in the lane of the worker has flows under its own name, also side by side', (t) => {
  const world = recordedWorld(t);
  const send = (line: string, headers: RawHeaders, form?: Record<string, string>) =>
    world.exchange({ from: 'worker', to, line, headers, ...(form && { form }) });
  const register = (client_name: string, client_id: string) =>
    world
      .send({
        ...{ from: 'worker', to, line: 'POST /register' },
        body: JSON.stringify({ client_name }),
      })
      .answer({ status: 201, json: { client_id, client_name } });
  const basic = (id: string): RawHeaders => [
    ['Authorization', `Basic ${btoa(`${id}:secret`)}`],
  ];
  const part = (claims: object) =>
    Buffer.from(JSON.stringify(claims)).toString('base64url');
  const jwt = (claims: object) => `${part({ alg: 'ES256' })}.${part(claims)}.c2ln`;

  register('Nightly', 'app_1');
  register('CRM copy', 'app_2');
  send('POST /token', basic('app_1'));
  send('POST /token', [], { client_assertion: jwt({ iss: 'app_2' }) });
  send('GET /x', [['Authorization', `Bearer ${jwt({ client_id: 'app_1' })}`]]);
  send('GET /x', [['Authorization', `Bearer ${jwt({ client_id: 'app_2' })}`]]);
  assert.deepEqual(world.flows(), [
    'Nightly registers itself: 1',
    'CRM copy registers itself: 2',
    "Nightly's run: 3 5",
    "CRM copy's run: 4 6",
  ]);
  // Known again in a recording that was cleared.
  world.recording.clear();
  send('POST /token', basic('app_2'));
  assert.match(world.flows().join(), /^CRM copy's run: \d+$/);
});

test('a name is printed, and no more', (t) => {
  const world = recordedWorld(t);
  const body = JSON.stringify({ client_name: `\u202e<b>${'x'.repeat(100)}` });
  world.exchange({ from: 'worker', to, line: 'POST /register', body });
  assert.match(world.flows().join(), /^<b>x{37} registers itself: 1$/);
});

/** Ada is signed in to Acorn. */
function adaAtTheConsole(world: World) {
  const browser = openBrowser(world);
  const session = browser.setCookie('acorn_session', random('acorn-of-ada'));
  browser
    .open(to, 'POST /login', { username: 'ada', next: 'developer' })
    .answer({ status: 303, headers: [...sentTo('/developer'), session] });
  browser.visit(to, 'GET /developer');
  return browser;
}

/** One form on one page, which leads to another page. */
function send(
  world: World,
  [page, form, then]: [page: string, form: string, then: string],
  status = 303,
): string {
  const browser = adaAtTheConsole(world);
  browser.visit(to, `GET ${page}`);
  browser
    .open(to, `POST ${form}`, {}, page)
    .answer({ status, headers: status === 303 ? sentTo(then) : [] });
  if (status === 303) browser.visit(to, `GET ${then}`);
  return world.flows().at(-1)!.replace(/:.*/, '');
}

test('a visit is called after what was done in it', (t) => {
  const one = '/developer/applications/app_1';
  const fresh = '/developer/applications/new';
  const tokens = '/developer/initial-access-tokens';
  const keys = '/developer/keys';
  const deeds: [page: string, form: string, then: string, name: string][] = [
    [fresh, fresh, `${one}/secret`, 'registers an application'],
    [one, `${one}/rotate-secret`, `${one}/secret`, 'rotates a client secret'],
    [`${one}/edit`, `${one}/edit`, one, 'corrects an application'],
    [one, `${one}/suspend`, one, 'suspends an application'],
    [one, `${one}/resume`, one, 'resumes an application'],
    [one, `${one}/revoke-token`, one, 'revokes a token'],
    [`${one}/delete`, `${one}/delete`, '/developer', 'deletes an application'],
    [tokens, tokens, `${tokens}/shown`, 'makes an initial access token'],
    [tokens, `${tokens}/remove`, tokens, 'removes an initial access token'],
    ['/developer/tokens', '/developer/tokens', '/developer/tokens', 'has a token judged'],
    [
      '/developer/tokens',
      '/developer/tokens/revoke',
      '/developer/tokens',
      'revokes a token',
    ],
    [keys, `${keys}/rotate`, keys, 'rotates the signing keys'],
    [`${keys}/kid/withdraw`, `${keys}/kid/withdraw`, keys, 'withdraws a signing key'],
  ];
  for (const [page, form, then, name] of deeds) {
    assert.equal(send(recordedWorld(t), [page, form, then]), `Ada ${name}`, form);
  }
});

test('what was refused, or needs a sign-in first, was not done', (t) => {
  const form = '/developer/applications/new';
  const name = 'Ada describes an application';
  assert.equal(send(recordedWorld(t), [form, form, ''], 400), name);
  const login = '/login?next=developer';
  assert.equal(send(recordedWorld(t), [form, form, login]), name);
});

test('a look at the console says what is looked at', (t) => {
  const world = recordedWorld(t);
  const browser = adaAtTheConsole(world);
  for (const path of ['audit', 'keys', 'tokens', 'initial-access-tokens']) {
    browser.visit(to, `GET /developer/${path}`);
  }
  browser.visit(to, 'GET /developer/applications/app_1');
  assert.deepEqual(
    world.flows().map((flow) => flow.replace(/:.*/, '')),
    [
      'Ada visits Acorn accounts',
      'Ada reads the security events',
      'Ada looks at the signing keys',
      'Ada asks about a token',
      'Ada looks at initial access tokens',
      'Ada looks at an application',
    ],
  );
});
