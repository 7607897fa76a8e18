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
import { type ApiRequest, apiCaller } from '../src/api-call.ts';
import { machineClient } from '../src/machine-client.ts';
import type { AuthenticationMethod } from '../src/registration/credentials.ts';
import {
  type CredentialsFile,
  credentialsInEnvironment,
} from '../src/registration/credentials-file.ts';
import type { InitialAccessToken } from '../src/registration/initial-access-token.ts';

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

/** What the registration endpoint says when all is well: what was asked, and what is new. */
export function registrationAnswer(origin: string, asked: string, change: object = {}) {
  const metadata = JSON.parse(asked);
  const json = {
    ...metadata,
    client_id: 'app_1',
    client_id_issued_at: 1_795_348_800,
    ...(!metadata.jwks && { client_secret: 'secret-1', client_secret_expires_at: 0 }),
    registration_access_token: 'registration-access-token',
    registration_client_uri: `${origin}/register/app_1`,
    ...change,
  };
  return { status: 201, json };
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
      json: {
        issuer: stub.origin,
        token_endpoint: `${stub.origin}/token`,
        registration_endpoint: `${stub.origin}/register`,
      },
    }),
    register: ({ body }: Seen): Answer => registrationAnswer(stub.origin, body),
    /** GET of one registration. */
    registration: (_request: Seen): Answer => ({ json: { client_id: 'app_1' } }),
    newSecret: (_request: Seen): Answer => ({
      json: { client_secret: 'secret-2', client_secret_expires_at: 0 },
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
        : pathname === '/register'
          ? stub.register(entry)
          : pathname === '/register/app_1'
            ? stub.registration(entry)
            : pathname === '/register/app_1/secret'
              ? stub.newSecret(entry)
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

export const noInitialAccessToken: InitialAccessToken = {
  find: () => undefined,
  remove: () => {},
  place: 'nowhere',
};

/**
 * A worker with the stub on its other side: its clock stands still, its waits take no time.
 *
 * @param given.fetch what its calls of the API go through, in place of the network
 * @param given.file where its credentials are; it was given `credentials` unless said otherwise
 */
export function workerFacing(
  stub: Stub,
  given: {
    fetch?: typeof globalThis.fetch;
    file?: CredentialsFile;
    initialAccessToken?: InitialAccessToken;
    method?: AuthenticationMethod;
  } = {},
) {
  const clock = manualClock(Date.UTC(2026, 10, 22));
  const waits: number[] = [];
  const printed: string[] = [];
  const stop = new AbortController();
  const patience = {
    sleep: async (milliseconds: number) => {
      stop.signal.throwIfAborted();
      waits.push(milliseconds);
    },
    random: () => 0.5,
  };
  const access = { resource: `${stub.origin}/gateway`, scope: 'gateway.call' };
  const application = {
    name: 'Nightly',
    description: 'Works at night.',
    uri: 'http://localhost:9003',
    scope: 'gateway.call',
  };
  const { registration, tokens } = machineClient({
    issuer: stub.origin,
    application,
    method: given.method ?? 'client_secret_basic',
    file: given.file ?? credentialsInEnvironment(credentials),
    initialAccessToken: given.initialAccessToken ?? noInitialAccessToken,
    ifUnknown: 'it was deleted at the authorization server',
    clock,
    patience,
    print: (line) => printed.push(line),
  });
  let served = 0;
  const call = apiCaller({
    tokens,
    clock,
    patience,
    stopping: stop.signal,
    onServed: () => served++,
    fetch: given.fetch ?? globalThis.fetch,
  });
  const request: ApiRequest = { method: 'GET', path: '/rates' };
  return {
    clock,
    waits,
    printed,
    stop,
    patience,
    registration,
    tokens,
    call,
    access,
    served: () => served,
    /** GET /gateway/rates */
    getRates: () => call(access, request),
  };
}
