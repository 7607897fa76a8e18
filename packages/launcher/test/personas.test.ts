/** Three programs without a person, each a client of its own, at the real servers. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { promisify } from 'node:util';
import {
  type ClientCredentials,
  formatBasicCredentials,
} from '@four-roles/protocol/basic-credentials';
import { parseBearerChallenge } from '@four-roles/protocol/bearer';
import { freePort } from '../src/port.ts';
import { rootFolder } from '../src/root-folder.ts';
import { workerWorld } from './worker-world.ts';

/** What each is for, and a request that its token is good for. */
const personas = {
  'crm-copy': {
    resource: '/business/contacts',
    scope: 'contacts.read contacts.write',
    path: '/business/contacts',
  },
  'payment-processor': {
    resource: '/business/payments',
    scope: 'payments.read payments.create',
    path: '/business/payments',
  },
  'api-gateway': {
    resource: '/gateway',
    scope: 'gateway.call',
    path: '/gateway/rates',
  },
};

type Name = keyof typeof personas;
const names = Object.keys(personas) as Name[];

async function run(
  name: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ stdout: string; stderr: string; code?: number }> {
  const program = ['packages/launcher/src/persona.ts', name];
  const INSPECTOR_ORIGIN = `http://localhost:${await freePort()}`;
  const env = { ...environment, INSPECTOR_ORIGIN };
  return promisify(execFile)(process.execPath, program, { cwd: rootFolder, env }).catch(
    (error) => error,
  );
}

test('each registers itself, does its job, says so without a secret, and its token is refused at the other two', async (t) => {
  const { environment, accounts, apis, read, file } = await workerWorld(t);

  for (const name of names) {
    const { stdout, stderr } = await run(name, environment);
    assert.equal(stderr, '');
    assert.match(stdout, /registered as app_/);
    assert.match(stdout, /Tokens asked for: 1\. Calls served: \d+\./);
    const { client_secret, registration_access_token } = read(name);
    for (const secret of [client_secret, registration_access_token, 'eyJ']) {
      assert.ok(!stdout.includes(secret), `${name} prints a secret`);
    }
    assert.equal(statSync(file(name)).mode & 0o777, 0o600);
  }
  assert.equal(new Set(names.map((name) => read(name).client_id)).size, 3);

  const get = async (path: string, token: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(apis + path, { headers });
    const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
    return { status: response.status, challenge };
  };
  for (const name of names) {
    const token = await tokenOf(name, read(name), accounts, apis);
    for (const other of names) {
      const { status, challenge } = await get(personas[other].path, token);
      const where = `the token of ${name} at ${other}`;
      if (other === name) assert.equal(status, 200, where);
      else {
        assert.equal(status, 401, where);
        assert.equal(challenge?.error, 'invalid_token', where);
        assert.match(challenge?.error_description ?? '', /audience-is-this-resource/);
        assert.ok(challenge?.resource_metadata?.endsWith(personas[other].resource));
      }
    }
  }
});

test('none of them is given a token for the resource of another', async (t) => {
  const { environment, accounts, apis, read } = await workerWorld(t);
  await run('crm-copy', environment);
  const answer = await ask(read('crm-copy'), accounts, {
    resource: `${apis}/gateway`,
    scope: 'gateway.call',
  });
  assert.equal(answer.status, 400);
  assert.equal(((await answer.json()) as { error: string }).error, 'invalid_scope');
});

test('where the servers are not up, and where the name is wrong, it says what to do', async () => {
  const origin = async () => `http://localhost:${await freePort()}`;
  const environment = {
    ...process.env,
    AUTHORIZATION_SERVER_ORIGIN: await origin(),
    RESOURCE_SERVER_ORIGIN: await origin(),
  };
  const alone = await run('crm-copy', environment);
  assert.equal(alone.code, 1);
  assert.match(alone.stderr, /start the servers first, with `pnpm dev`/);
  const unknown = await run('nobody', environment);
  assert.match(unknown.stderr, /crm-copy \| payment-processor \| api-gateway/);
});

test('its server does not know it any more: it names the file, after it has said who it is', async (t) => {
  const { environment, read, write, file } = await workerWorld(t);
  const { stdout } = await run('crm-copy', environment);
  assert.ok(stdout.indexOf('registered as app_') < stdout.indexOf('I ask for a token'));
  const known = read('crm-copy');
  const gone = new URL('app_gone', String(known.registration_client_uri)).href;
  const from = { client_id: 'app_gone', registration_client_uri: gone };
  write('crm-copy', { ...known, ...from });
  const { stderr } = await run('crm-copy', environment);
  assert.match(stderr, /does not know app_gone: is DATA_FOLDER the one of the servers\?/);
  assert.ok(stderr.includes(`remove ${file('crm-copy')}`));
});

test('servers that speak HTTPS, asked over plain HTTP: their sentence is shown, and --https', async (t) => {
  const refusal = 'Plain HTTP is refused here: this port speaks HTTPS.';
  const server = createServer((_, response) => response.writeHead(400).end(refusal));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const { stderr, code } = await run('crm-copy', {
    ...process.env,
    AUTHORIZATION_SERVER_ORIGIN: origin,
  });
  assert.equal(code, 1);
  assert.ok(stderr.includes(refusal));
  assert.match(stderr, /add --https to this command/);
});

function ask(
  client: ClientCredentials,
  accounts: string,
  access: { resource: string; scope: string },
): Promise<Response> {
  return fetch(`${accounts}/token`, {
    method: 'POST',
    headers: { Authorization: formatBasicCredentials(client) },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...access }),
  });
}

async function tokenOf(
  name: Name,
  client: ClientCredentials,
  accounts: string,
  apis: string,
): Promise<string> {
  const { resource, scope } = personas[name];
  const answer = await ask(client, accounts, { resource: apis + resource, scope });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { access_token: string }).access_token;
}
