/**
 * The inspector's own server, with a recording and the wiretap of two roles,
 * which a stub plays that answers with what it was asked.
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createApp } from '../src/app.ts';
import { keySetOf } from '../src/endpoints/keys.ts';
import type { Launcher } from '../src/launcher.ts';
import type { RoleName } from '../src/recording/exchange.ts';
import { createRecording } from '../src/recording/recording.ts';
import { startWiretap } from '../src/wiretap/start-wiretap.ts';

export const origin = 'http://localhost:9009';

/** A test, or a whole file: something after which there is nothing left. */
export type Clean = { after(done: () => unknown): void };

/** What the stub heard, as it stood in the request. */
export type Heard = { method: string; url: string; headers: string[]; body: string };

/** Answers each request with a `Heard`, `/jwks` with a key set, `/long` at length. */
export async function stubRole(t: Clean): Promise<{ port: number; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', rawHeaders: headers } = request;
    const one = { method, url, headers, body: await text(request) };
    heard.push(one);
    if (url === '/jwks') return response.end('{"keys":[{"kid":"the key"}]}');
    response.setHeader('Content-Type', 'application/json');
    response.end(
      url === '/long' ? JSON.stringify('a'.repeat(9000)) : JSON.stringify(one),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { port: (server.address() as { port: number }).port, heard };
}

export async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

type Answer = { exchange?: number; error?: string; error_description?: string };

export async function inspect(t: Clean, launcher?: Launcher) {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const clockFile = join(folder, 'clock.json');
  const role = await stubRole(t);
  const watched = ['authorization-server', 'worker'] as const;
  const ports = { 'authorization-server': await freePort(), worker: await freePort() };
  const origins: Record<RoleName, string> = {
    client: 'http://localhost:9000',
    'authorization-server': `http://localhost:${ports['authorization-server']}`,
    'resource-server': 'http://localhost:9002',
    worker: `http://localhost:${ports.worker}`,
  };
  const recording = createRecording({ origins, clockFile });
  for (const to of watched) {
    const wiretap = await startWiretap({
      ...{ to, label: to, publicPort: ports[to], privatePort: role.port },
      observer: recording.observer,
    });
    t.after(() => wiretap.close());
  }
  const stop = new AbortController();
  t.after(() => stop.abort());
  const app = createApp({
    origin,
    recording,
    viewer: { script: 'draw()', style: 'body {}' },
    fetchKeys: keySetOf(origins['authorization-server'], role.port),
    launcher,
    stopping: stop.signal,
  });

  return {
    app,
    recording,
    role,
    issuer: origins['authorization-server'],
    worker: origins.worker,
    stop: () => stop.abort(),
    clock: () => JSON.parse(readFileSync(clockFile, 'utf8')),
    get: (path: string, headers: Record<string, string> = {}) =>
      app.request(`${origin}${path}`, { headers }),
    async json<T>(path: string): Promise<T> {
      return (await (await app.request(`${origin}${path}`)).json()) as T;
    },
    /** As the viewer presses a button. */
    async press(path: string, body?: unknown) {
      const response = await app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { Origin: origin },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const json = (await response.json()) as Answer;
      return { status: response.status, body: json };
    },
    /** Resolves when so many messages are held. */
    async untilHeld(count: number) {
      while (recording.state().held.length !== count) await nextChange(recording);
    },
    /** Resolves when that exchange is over. */
    async untilOver(id: number) {
      while (!recording.exchange(id)?.finishedAt) await nextChange(recording);
      return recording.exchange(id)!;
    },
  };
}

export type Inspected = Awaited<ReturnType<typeof inspect>>;

function nextChange({ subscribe }: Inspected['recording']): Promise<void> {
  return new Promise((resolve) => {
    const end = subscribe(() => {
      end();
      resolve();
    });
  });
}
