/** A person registers an application at the developer console, and corrects it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, startConsole } from './developer.ts';
import { basic } from './server.ts';

const path = '/developer/applications/new';
const machine = [
  ['application_type', 'service'],
  ['client_name', 'Night shift'],
  ['client_uri', 'https://night-shift.example'],
  ['description', 'Copies  the contacts\r\nevery night.'],
  ['token_endpoint_auth_method', 'client_secret_basic'],
  ['scope', 'contacts.read'],
  ['scope', 'payments.read'],
];
const page = [
  ['application_type', 'browser'],
  ['client_name', 'Orrery'],
  ['client_uri', 'https://orrery.example'],
  [
    'redirect_uris',
    'https://orrery.example/callback\r\nhttps://orrery.example/other\r\n',
  ],
  ['token_endpoint_auth_method', 'none'],
  ['scope', 'openid'],
];

/** The form with some fields typed otherwise. */
const otherwise = (form: string[][], changes: Record<string, string>) => [
  ...form.filter(([name]) => !Object.hasOwn(changes, name!)),
  ...Object.entries(changes),
];

const publicKey = {
  ...{ kty: 'EC', crv: 'P-256', kid: 'first' },
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};

test('a machine is registered, its secret is shown once, and it obtains a token', async () => {
  const { open, act, post, storage } = await startConsole();
  const response = await act(path, machine);
  assert.equal(response.status, 303, await response.clone().text());
  const location = response.headers.get('location')!;
  assert.match(location, /^\/developer\/applications\/app_[\w-]{16}\/secret$/);
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const shown = await (await open(location, cookie)).text();
  const clientId = fieldOf(shown, 'client_id')!;
  const secret = fieldOf(shown, 'client_secret')!;
  assert.match(shown, /grant_type=client_credentials -d scope=contacts\.read/);

  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  assert.equal((await post('/token', form, basic(clientId, secret))).status, 200);
  const client = (await storage.findClient(clientId))!;
  assert.equal(client.owner, 'acct_ada');
  assert.equal(client.description, 'Copies the contacts every night.');
  assert.deepEqual(client.grantTypes, ['client_credentials']);
  assert.match(await (await open('/developer')).text(), /Night shift/);
});

test('an application in the browser has redirect URIs, and no secret', async () => {
  const { act, storage } = await startConsole();
  const response = await act(path, page);
  assert.equal(response.headers.get('set-cookie'), null);
  const [, clientId = ''] = /applications\/(app_[\w-]+)$/.exec(
    response.headers.get('location')!,
  )!;
  const client = (await storage.findClient(clientId))!;
  assert.equal(client.tokenEndpointAuthMethod, 'none');
  assert.equal(client.secretHash, null);
  assert.deepEqual(client.redirectUris, [
    'https://orrery.example/callback',
    'https://orrery.example/other',
  ]);
});

test('an application with a key keeps its public members, and has no secret', async () => {
  const { act, open, storage } = await startConsole();
  const jwks = JSON.stringify({ keys: [{ ...publicKey, unknown: 'member' }] });
  const method = 'private_key_jwt';
  const response = await act(path, [
    ...otherwise(machine, { token_endpoint_auth_method: method }),
    ['jwks', jwks],
  ]);
  assert.equal(response.status, 303, await response.clone().text());
  const location = response.headers.get('location')!;
  const client = (await storage.findClient(location.split('/').at(-1)!))!;
  assert.deepEqual(client.jwks, { keys: [publicKey] });
  assert.equal(client.secretHash, null);
  assert.match(await (await open(location)).text(), /<code>first<\/code>/);
});

test('everything that is wrong is said at once, each thing beside its field; what was typed stays, and nothing is stored', async () => {
  const { act, storage } = await startConsole();
  const before = await storage.listClientsOf('acct_ada');
  const response = await act(
    path,
    otherwise(page, {
      client_name: 'Acorn <Security>',
      client_uri: 'javascript:alert(1)',
      redirect_uris: 'https://orrery.example/callback#top',
      scope: 'everything',
    }),
  );
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const text = await response.text();
  assert.match(text, /role="alert" tabindex="-1" autofocus/);
  assert.match(text, /4 things have/);
  for (const name of ['client_name', 'client_uri', 'redirect_uris', 'scope']) {
    assert.match(text, new RegExp(`href="#${name}"`));
    assert.match(
      text,
      new RegExp(`id="${name}"[^>]*aria-describedby="[^"]*${name}-error"`),
    );
    assert.match(text, new RegExp(`id="${name}-error"`));
  }
  assert.match(text, /value="Acorn &lt;Security&gt;"/);
  assert.match(text, /value="javascript:alert\(1\)"/);
  assert.match(text, /https:\/\/orrery\.example\/callback#top<\/textarea>/);
  assert.doesNotMatch(text, /href="javascript/);
  assert.deepEqual(await storage.listClientsOf('acct_ada'), before);
});

test('keys that are no key set are refused beside their field, and stay in it', async () => {
  const { act } = await startConsole();
  const withKey = otherwise(machine, { token_endpoint_auth_method: 'private_key_jwt' });
  const secret = JSON.stringify({ keys: [{ ...publicKey, d: 'private' }] });
  for (const jwks of ['-----BEGIN PUBLIC KEY-----', '{"keys":', '[]', secret, '']) {
    const response = await act(path, [...withKey, ['jwks', jwks]]);
    assert.equal(response.status, 400, jwks);
    const text = await response.text();
    assert.match(text, /id="jwks-error"/, jwks);
    assert.match(text, /One thing has/, jwks);
  }
});

test('a key that was pasted in another form is told what is wrong with it', async () => {
  const { act, storage } = await startConsole();
  const withKey = otherwise(machine, { token_endpoint_auth_method: 'private_key_jwt' });
  const answer = async (jwks: string) => act(path, [...withKey, ['jwks', jwks]]);
  const lost = /Treat this key as lost/;
  const expected = /Paste a JSON Web Key Set: \{&quot;keys&quot;/;

  for (const jwks of [
    '-----BEGIN PUBLIC KEY-----',
    'nonsense',
    '"text"',
    '{"keys":[1]}',
  ]) {
    assert.match(await (await answer(jwks)).text(), expected, jwks);
  }
  const alone = JSON.stringify({ ...publicKey, d: 'private' });
  for (const jwks of ['-----BEGIN EC PRIVATE KEY-----', alone]) {
    assert.match(await (await answer(jwks)).text(), lost, jwks);
  }

  // One key alone is a set of one.
  assert.equal((await answer(JSON.stringify(publicKey))).status, 303);
  const clients = await storage.listClientsOf('acct_ada');
  assert.ok(clients.some(({ jwks }) => jwks?.keys.length === 1));
});

test('a name that looks like that of another person\u2019s application is refused', async () => {
  const { act } = await startConsole();
  const response = await act(path, otherwise(machine, { client_name: 'The \u0410pp' }));
  assert.equal(response.status, 400);
  assert.match(await response.text(), /whose name looks the same/);
});

test('the first step asks for the type; the form that follows has its fields and no others', async () => {
  const { open } = await startConsole();
  const first = await (await open(path)).text();
  assert.match(first, /<form method="get"/);
  assert.match(first, /value="service" checked/);
  const form = async (type: string) => (await open(`${path}?type=${type}`)).text();
  assert.doesNotMatch(await form('service'), /name="redirect_uris"|value="openid"/);
  assert.match(await form('web'), /name="redirect_uris"/);
  assert.match(await form('web'), /value="openid"/);
  for (const type of ['browser', 'native']) {
    assert.match(await form(type), /name="token_endpoint_auth_method" value="none"/);
    assert.doesNotMatch(await form(type), /name="jwks"/);
  }
  assert.match(await form('toString'), /<form method="get"/);
});

test('a type that nobody knows leads back to the choice, and says so', async () => {
  const { act } = await startConsole();
  const response = await act(path, otherwise(machine, { application_type: 'toaster' }));
  assert.equal(response.status, 400);
  const text = await response.text();
  assert.match(text, /role="alert"/);
  assert.match(text, /<form method="get"/);
});

test('an application is corrected; what the form does not ask for stays', async () => {
  const { open, act, storage } = await startConsole();
  await act(path, page);
  const client = (await storage.listClientsOf('acct_ada')).find(
    ({ clientName }) => clientName === 'Orrery',
  )!;
  const { clientId } = client;
  const edit = `/developer/applications/${clientId}/edit`;
  const leads = { postLogoutRedirectUris: ['https://orrery.example/bye'] };
  await storage.updateClient(clientId, () => leads);
  const form = await (await open(edit)).text();
  assert.match(form, /value="Orrery"/);
  assert.match(form, /callback\nhttps:\/\/orrery\.example\/other<\/textarea>/);
  assert.match(form, /value="openid" checked/);

  const wrong = await act(edit, otherwise(page, { client_uri: 'nowhere' }));
  assert.equal(wrong.status, 400);
  assert.match(await wrong.text(), /id="client_uri-error"/);

  const changes = { client_name: 'Planetarium', application_type: 'service' };
  const response = await act(edit, otherwise(page, changes));
  assert.equal(response.status, 303);
  const now = (await storage.findClient(clientId))!;
  assert.equal(now.clientName, 'Planetarium');
  assert.equal(now.applicationType, 'browser');
  assert.deepEqual(now.postLogoutRedirectUris, ['https://orrery.example/bye']);
  assert.deepEqual(now.grantTypes, ['authorization_code', 'refresh_token']);
});

test('an application that changes from a key to a secret is shown its secret', async () => {
  const { open, act } = await startConsole();
  const withKey = otherwise(machine, {
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: JSON.stringify({ keys: [publicKey] }),
  });
  const home = (await act(path, withKey)).headers.get('location')!;
  const response = await act(`${home}/edit`, machine);
  assert.equal(response.headers.get('location'), `${home}/secret`);
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const shown = await (await open(`${home}/secret`, cookie)).text();
  assert.match(fieldOf(shown, 'client_secret')!, /^[\w-]{43}$/);
});

test('the curl line for an initial access token registers what it says', async () => {
  const { exampleMetadata } = await import(
    '../src/developer/initial-access-tokens/initial-access-token-page.ts'
  );
  const { open, act, send } = await startConsole();
  const tokens = '/developer/initial-access-tokens';
  const form = { scope: 'contacts.read', registrations: '1', lifetime: 'hour' };
  const made = await act(tokens, form);
  const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
  const shown = await (await open(`${tokens}/shown`, cookie)).text();
  const token = fieldOf(shown, 'initial_access_token')!;
  const response = await send('/register', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: exampleMetadata,
  });
  assert.equal(response.status, 201, await response.clone().text());
  assert.match(await (await open('/developer')).text(), /Night shift/);
});
