/**
 * The other parties, played by two small servers on loopback that say yes to
 * everything: what is refused in these tests, the client has refused.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { signAccessToken } from '@four-roles/protocol/access-token';
import { writeClock } from '@four-roles/protocol/clock';
import { accessTokenHash } from '@four-roles/protocol/id-token';
import { signJwt } from '@four-roles/protocol/jwt';
import { randomValue } from '@four-roles/protocol/random-value';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import { writeCredentials } from '@four-roles/runtime/credentials-file';

export const dataFolder = mkdtempSync(join(tmpdir(), 'briefing-'));
export const secret = 'a secret: with+reserved characters/and spaces';
export const clockFile = join(dataFolder, 'clock');

type Received = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: URLSearchParams;
};
type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export const acorn = {
  /** Everything that the client has sent. */
  received: [] as Received[],
  /** What to answer at a path, in place of the usual. Undefined means the usual. */
  answers: new Map<
    string,
    (request: Received) => Answer | undefined | Promise<Answer | undefined>
  >(),
  key: loadSigningKey(await generatePrivateJwk()),
  /** Members of the key set beside the usual one. */
  otherKeys: [] as object[],
  /** The nonce and the scope of the last authorization request, by code. */
  codes: new Map<string, { nonce: string; scope: string }>(),
  /** Claims of the next ID tokens that differ from what they should be. */
  claims: {} as Record<string, unknown>,
  /** Makes ID tokens in place of the usual way. */
  signIdToken: undefined as ((claims: Record<string, unknown>) => string) | undefined,
  /** Back to the usual. */
  reset() {
    acorn.received.length = 0;
    acorn.answers.clear();
    acorn.claims = {};
    acorn.signIdToken = undefined;
    moveClock(0);
  },
  at: (path: string) => acorn.received.filter((request) => request.path === path),
};

/** @param seconds from now */
export function moveClock(seconds: number): void {
  writeClock(clockFile, { movedBy: seconds * 1000 });
}

const server = createServer(handle);
const apis = createServer(handle);
const listening = [server, apis].map(
  (one) =>
    new Promise<string>((resolve) => {
      one.listen(0, '127.0.0.1', () =>
        resolve(`http://localhost:${(one.address() as AddressInfo).port}`),
      );
    }),
);
export const [issuer, resourceServer] = (await Promise.all(listening)) as [
  string,
  string,
];
export const origin = 'http://localhost:9000';
writeCredentials(join(dataFolder, 'credentials/briefing.json'), {
  client_id: 'briefing',
  client_secret: secret,
});
Object.assign(process.env, {
  CLIENT_ORIGIN: origin,
  AUTHORIZATION_SERVER_ORIGIN: issuer,
  RESOURCE_SERVER_ORIGIN: resourceServer,
  DATA_FOLDER: dataFolder,
  CLOCK_FILE: clockFile,
});

after(() => {
  for (const one of [server, apis]) {
    one.close();
    one.closeAllConnections();
  }
  rmSync(dataFolder, { recursive: true });
});

async function handle(request: IncomingMessage, response: ServerResponse) {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { pathname } = new URL(request.url ?? '/', issuer);
  const received = {
    method: request.method ?? '',
    path: pathname,
    headers: request.headers,
    body: new URLSearchParams(text),
  };
  acorn.received.push(received);
  const special = await acorn.answers.get(pathname)?.(received);
  const { status, body, headers } = special ?? usual(received);
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  revocation_endpoint: `${issuer}/revoke`,
  userinfo_endpoint: `${resourceServer}/user/userinfo`,
  end_session_endpoint: `${issuer}/logout`,
  code_challenge_methods_supported: ['S256'],
};

function usual({ path, body }: Received): Answer {
  if (path === '/.well-known/oauth-authorization-server') {
    return { status: 200, body: metadata };
  }
  if (path === '/jwks') {
    return { status: 200, body: { keys: [acorn.key.publicJwk, ...acorn.otherKeys] } };
  }
  if (path === '/token') return { status: 200, body: tokenResponse(body) };
  if (path === '/revoke') return { status: 200, body: {} };
  if (path === '/user/userinfo') {
    return { status: 200, body: { sub: 'acct_ada', name: 'Ada Lovelace' } };
  }
  if (path === '/user/messages') {
    return { status: 200, body: { messages: [], next_cursor: null } };
  }
  return { status: 404, body: { error: 'not_found' } };
}

/** What the token endpoint answers to a code or a refresh token. */
export function tokenResponse(body: URLSearchParams) {
  const { nonce, scope } = acorn.codes.get(body.get('code') ?? '') ?? {
    nonce: undefined,
    scope: 'openid profile mail.read',
  };
  const now = Math.floor(Date.now() / 1000);
  const common = { iss: issuer, sub: 'acct_ada', iat: now, exp: now + 600 };
  const aud = `${resourceServer}/user`;
  const jti = randomValue();
  const access_token = signAccessToken(
    { ...common, aud, client_id: 'briefing', scope, jti },
    acorn.key,
  );
  const claims = {
    ...common,
    aud: 'briefing',
    nonce,
    at_hash: accessTokenHash(access_token),
    ...acorn.claims,
  };
  return {
    access_token,
    token_type: 'Bearer',
    expires_in: 600,
    scope,
    refresh_token: randomValue(),
    id_token: acorn.signIdToken?.(claims) ?? signJwt('JWT', claims, acorn.key),
  };
}
