/**
 * The authorization server as it really runs: its own process, a SQLite file
 * in a temporary folder, HTTP on a free port.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { formatBearer } from '@four-roles/protocol/bearer';
import { codeChallengeS256 } from '@four-roles/protocol/pkce';
import type { Credentials } from '@four-roles/runtime/credentials-file';
import { type Answer, consentForm } from './server.ts';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

export const redirectUri = 'http://localhost:9000/callback';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A folder with the demonstration's accounts and clients in it, their secrets,
 * and a token with which programs register themselves.
 */
export async function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'four-roles-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATA_FOLDER: folder,
    AUTHORIZATION_SERVER_ORIGIN: origin,
  };
  const { stdout } = await run(
    process.execPath,
    ['src/demo.ts', 'briefing', 'acorn-apis', 'initial-access-token'],
    { cwd: root, env },
  );
  const issued: Partial<Credentials & { initial_access_token: string }>[] =
    JSON.parse(stdout);
  const secretOf = (id: string) =>
    issued.find((one) => one.client_id === id)!.client_secret!;
  const initialAccessToken = issued.at(-1)!.initial_access_token!;
  const clean = () => rmSync(folder, { recursive: true, force: true });
  return { folder, port, origin, env, secretOf, initialAccessToken, clean };
}

/** @param env the prepared environment, with whatever this process should see differently */
export async function start(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** What Nightly does at its first start: it registers itself, here with these changes. */
export async function registerMachine(
  origin: string,
  initialAccessToken: string,
  changes: Record<string, unknown> = {},
): Promise<Credentials> {
  const response = await fetch(`${origin}/register`, {
    method: 'POST',
    headers: {
      authorization: formatBearer(initialAccessToken),
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      client_name: 'Nightly',
      client_uri: 'https://nightly.example/',
      grant_types: ['client_credentials'],
      scope: 'contacts.read payments.read',
      ...changes,
    }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as Credentials;
}

/** What Ada's browser does: follows to the login page, signs in, agrees. */
export async function browseThroughConsent(origin: string, address: URL): Promise<URL> {
  const submit = (path: string, form: string[][], cookie = ''): Promise<Answer> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, cookie },
      redirect: 'manual',
    });
  const login = await submit('/login', [
    ['username', 'ada'],
    ['password', 'note-g-1843'],
    ['request', address.searchParams.toString()],
  ]);
  const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
  const page = await fetch(new URL(login.headers.get('location')!, origin), {
    headers: { cookie },
    redirect: 'manual',
  });
  const done =
    page.status === 303
      ? page
      : await submit('/consent', consentForm(await page.text(), ['profile']), cookie);
  return new URL(done.headers.get('location')!);
}

export function authorizationUrl(origin: string, codeVerifier: string): URL {
  const url = new URL(`${origin}/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: 'briefing',
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: codeChallengeS256(codeVerifier),
    code_challenge_method: 'S256',
  }).toString();
  return url;
}
