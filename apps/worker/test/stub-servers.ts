/**
 * A small authorization server and a small resource server in one, over real
 * HTTP on a port of loopback, that write down what they were asked.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { manualClock } from '@four-roles/protocol/clock';
import { accessTokens } from '../src/access-token.ts';
import { type ApiRequest, apiCaller } from '../src/api-call.ts';

export type Seen = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  /** Breaks the connection instead of answering. */
  broken?: boolean;
};

export const credentials = { client_id: 'nightly', client_secret: 'secret-of-nightly' };

/** What the token endpoint says when all is well; `change` makes it say something else. */
export function tokenAnswer(change: object = {}): Answer {
  const json = {
    access_token: 'token',
    token_type: 'Bearer',
    expires_in: 600,
    ...change,
  };
  return { json };
}

export async function stubServers(t?: TestContext) {
  const seen: Seen[] = [];
  let tokens = 0;
  const stub = {
    origin: '',
    seen,
    /** Requests to one path. */
    asked: (path: string) => seen.filter((each) => each.path === path),
    metadata: (): Answer => ({
      json: { issuer: stub.origin, token_endpoint: `${stub.origin}/token` },
    }),
    token: (_request: Seen): Answer | Promise<Answer> =>
      tokenAnswer({ access_token: `token-${++tokens}` }),
    api: (_request: Seen): Answer | Promise<Answer> => ({ json: { rates: 'fine' } }),
    close: () => server.close(),
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', stub.origin);
    const { method = '', headers } = request;
    const entry: Seen = { method, path: pathname, headers, body: await text(request) };
    seen.push(entry);
    const answer = await (pathname.startsWith('/.well-known/')
      ? stub.metadata()
      : pathname === '/token'
        ? stub.token(entry)
        : stub.api({ ...entry, path: request.url ?? '/' }));
    if (answer.broken) return response.destroy();
    response.writeHead(answer.status ?? 200, {
      'Content-Type': 'application/json',
      ...answer.headers,
    });
    response.end(JSON.stringify(answer.json ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t?.after(() => server.close());
  return stub;
}

export type Stub = Awaited<ReturnType<typeof stubServers>>;

/**
 * A worker with the stub on its other side: its clock stands still, its waits take no time.
 *
 * @param fetch what its calls of the API go through, in place of the network
 */
export function workerFacing(stub: Stub, fetch = globalThis.fetch) {
  const clock = manualClock(Date.UTC(2026, 10, 22));
  const waits: number[] = [];
  const stop = new AbortController();
  const patience = {
    sleep: async (milliseconds: number) => {
      stop.signal.throwIfAborted();
      waits.push(milliseconds);
    },
    random: () => 0.5,
  };
  const tokens = accessTokens({ issuer: stub.origin, credentials, clock, patience });
  let served = 0;
  const call = apiCaller({
    tokens,
    clock,
    patience,
    stopping: stop.signal,
    onServed: () => served++,
    fetch,
  });
  const access = { resource: `${stub.origin}/gateway`, scope: 'gateway.call' };
  const request: ApiRequest = { method: 'GET', path: '/rates' };
  return {
    clock,
    waits,
    stop,
    patience,
    tokens,
    call,
    access,
    served: () => served,
    /** GET /gateway/rates */
    getRates: () => call(access, request),
  };
}
