/**
 * A resource server under test, in a world of its own: database in memory, a
 * clock that stands still, and an authorization server that is a function.
 */
import { sign } from 'node:crypto';
import { resolve } from 'node:path';
import type { AccessTokenClaims } from '@four-roles/protocol/access-token';
import { manualClock, seconds } from '@four-roles/protocol/clock';
import { randomValue } from '@four-roles/protocol/random-value';
import type { RevocationList } from '@four-roles/protocol/revocation-list';
import {
  generatePrivateJwk,
  loadSigningKey,
  type SigningKey,
} from '@four-roles/protocol/signing-key';
import { openDatabase } from '@four-roles/runtime/database';
import type { RevocationMode } from '../src/access/revocation-check.ts';
import { createApp } from '../src/app.ts';
import { seed } from '../src/storage/seed.ts';

export const origin = 'http://localhost:9002';
export const issuer = 'http://localhost:9001';
export const migrations = resolve(import.meta.dirname, '../migrations');

/** As the demo data has them. */
export const ada = 'acct_7Q2mZk4TnW';
export const grace = 'acct_9XbR3pLsVd';

export const credentials = { client_id: 'acorn-apis', client_secret: 'its-secret' };

const key = loadSigningKey(await generatePrivateJwk());

export async function newKey(): Promise<SigningKey> {
  return loadSigningKey(await generatePrivateJwk());
}

const scopesOfMachine = {
  '/business/contacts': 'contacts.read contacts.write',
  '/business/payments': 'payments.read payments.create',
  '/gateway': 'gateway.call',
};

export type AuthorizationServerDouble = {
  issuer: string;
  introspectionEndpoint: string;
  /** What is published at the moment. */
  keys: SigningKey[];
  reachable: boolean;
  /** The tokens that were taken back, as introspection knows them. */
  revoked: Set<string>;
  /** What was taken back, as the list tells it. */
  list: Omit<RevocationList, 'as_of'>;
  /** Where its metadata says that the list is. */
  revocationsEndpoint: string | undefined;
  /** Called before each answer. */
  whileAsked(path: string): void | Promise<void>;
  /** The path of each request it received. */
  requests: string[];
  /** The Authorization header of the last request. */
  authorization: string | null;
  /** The traceparent of each request. */
  traceparents: (string | null)[];
};

type Options = {
  /** `local`, unless said. */
  revocationCheck?: RevocationMode;
  withoutCredentials?: true;
  rulesOff?: ReadonlySet<string>;
  traceRules?: boolean;
  upstream?: string;
  databaseFile?: string;
  logRequest?: (line: string) => void;
};

export function startAcorn(options: Options = {}) {
  const clock = manualClock(Date.UTC(2026, 10, 22, 12, 0, 0));
  const authorizationServer: AuthorizationServerDouble = {
    issuer,
    introspectionEndpoint: `${issuer}/introspect`,
    keys: [key],
    reachable: true,
    revoked: new Set(),
    list: { tokens: [], grants: [], clients: [] },
    revocationsEndpoint: `${issuer}/revocations`,
    whileAsked: () => {},
    requests: [],
    authorization: null,
    traceparents: [],
  };
  const database = openDatabase(options.databaseFile ?? ':memory:', migrations);
  seed(database, clock);
  const logged: string[] = [];
  const app = createApp({
    origin,
    issuer,
    database,
    clock,
    upstream: options.upstream ?? 'http://127.0.0.1:1',
    revocationCheck: options.revocationCheck ?? 'local',
    credentials: options.withoutCredentials ? undefined : credentials,
    rulesOff: options.rulesOff ?? new Set(),
    traceRules: options.traceRules ?? false,
    fetch: async (url, init) => {
      const known = [issuer, authorizationServer.introspectionEndpoint];
      if (!known.some((address) => String(url).startsWith(address)))
        return fetch(url, init);
      return answerOf(authorizationServer, new Request(url, init));
    },
    log: (line) => logged.push(line),
    ...(options.logRequest && { logRequest: options.logRequest }),
  });

  /** The claims of a token that Ada's sign-in would give to Briefing. */
  const claims = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    iss: issuer,
    sub: ada,
    aud: `${origin}/user`,
    client_id: 'briefing',
    scope: 'openid profile email mail.read mail.send',
    jti: randomValue(),
    iat: seconds(clock),
    exp: seconds(clock) + 600,
    ...changes,
  });
  const token = (changes?: Partial<AccessTokenClaims> | Record<string, unknown>) =>
    signed({}, claims(changes));

  return {
    app,
    clock,
    database,
    logged,
    authorizationServer,
    claims,
    token,
    /** A token for the worker, for one resource. */
    machineToken: (
      resource: keyof typeof scopesOfMachine,
      changes?: Record<string, unknown>,
    ) =>
      token({
        sub: 'nightly',
        client_id: 'nightly',
        aud: `${origin}${resource}`,
        scope: scopesOfMachine[resource],
        ...changes,
      }),
    /** A request, with a token where one is given. */
    async call(path: string, accessToken?: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers);
      if (accessToken !== undefined)
        headers.set('Authorization', `Bearer ${accessToken}`);
      return app.request(`${origin}${path}`, { ...init, headers });
    },
    async post(
      path: string,
      accessToken: string,
      body: unknown,
      headers: Record<string, string> = {},
    ) {
      return this.call(path, accessToken, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    },
  };
}

/** A token with any header and any claims, signed with the server's key or another. */
export function signed(
  header: Record<string, unknown>,
  claims: Record<string, unknown>,
  signingKey: SigningKey = key,
): string {
  const standard = { alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid };
  const input = `${encode({ ...standard, ...header })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(input), {
    key: signingKey.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${input}.${signature.toString('base64url')}`;
}

/** What an error looks like; a test names what else it expects. */
export async function json<Body = { error: string; error_description: string }>(
  response: Response,
): Promise<Body> {
  return (await response.json()) as Body;
}

export function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The public key as an attacker finds it at /jwks. */
export function publicKey() {
  return key.publicJwk;
}

async function answerOf(server: AuthorizationServerDouble, request: Request) {
  const { pathname } = new URL(request.url);
  server.requests.push(pathname);
  server.authorization = request.headers.get('Authorization');
  server.traceparents.push(request.headers.get('traceparent'));
  await server.whileAsked(pathname);
  if (!server.reachable) throw new TypeError('fetch failed');
  if (pathname === '/.well-known/oauth-authorization-server') {
    return Response.json({
      issuer: server.issuer,
      jwks_uri: `${issuer}/jwks`,
      introspection_endpoint: server.introspectionEndpoint,
      acorn_revocations_endpoint: server.revocationsEndpoint,
    });
  }
  if (pathname === '/jwks') {
    return Response.json({ keys: server.keys.map(({ publicJwk }) => publicJwk) });
  }
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    return Response.json({ error: 'invalid_request' }, { status: 400 });
  }
  if (pathname === '/revocations') {
    return Response.json({ as_of: 1_795_780_800, ...server.list });
  }
  const sent = new URLSearchParams(await request.text()).get('token') ?? '';
  return Response.json({ active: !server.revoked.has(sent) });
}
