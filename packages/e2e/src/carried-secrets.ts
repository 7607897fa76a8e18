/**
 * What was secret in the messages of a world, read from the wire by the test
 * itself: nothing of the inspector's own judgement is in it.
 */
import type { WatchedExchange } from './watched-world.ts';

/** By the secret: what it is, for the report of a test. */
export type Secrets = Map<string, string>;

/** @returns what only servers ever have, and what the browser carried too */
export function carriedSecrets(exchanges: WatchedExchange[]): {
  ofServers: Secrets;
  ofTheBrowser: Secrets;
} {
  return {
    ofServers: collect(exchanges, secretsOfServers),
    ofTheBrowser: collect(exchanges, secretsOfTheBrowser),
  };
}

type Found = [name: string, value: string | null | undefined][];

function collect(
  exchanges: WatchedExchange[],
  read: (exchange: WatchedExchange) => Found,
): Secrets {
  return new Map(
    exchanges.flatMap((exchange) =>
      read(exchange).flatMap(([name, value]) =>
        value ? [[value, `${name} of exchange ${exchange.id}`] as const] : [],
      ),
    ),
  );
}

function secretsOfServers({ request, response }: WatchedExchange): Found {
  const [authorization = ''] = headers(request, 'authorization');
  const [scheme, credentials = ''] = authorization.split(' ');
  const pair = Buffer.from(credentials, 'base64').toString();
  const isAboutTokens = request.target === '/token' && response?.status === 200;
  const tokens = isAboutTokens ? JSON.parse(response.body.text) : {};
  return [
    ['client secret', scheme === 'Basic' ? pair.slice(pair.indexOf(':') + 1) : ''],
    ['access token', scheme === 'Bearer' ? signatureOf(credentials) : ''],
    ['access token', signatureOf(tokens.access_token)],
    ['ID token', signatureOf(tokens.id_token)],
    ['refresh token', tokens.refresh_token],
    ['code verifier', new URLSearchParams(request.body.text).get('code_verifier')],
  ];
}

function secretsOfTheBrowser({ from, request, response }: WatchedExchange): Found {
  if (from !== 'browser') return [];
  const { searchParams } = new URL(request.target, 'http://localhost');
  return [
    ['password', new URLSearchParams(request.body.text).get('password')],
    ['code', searchParams.get('code')],
    ...headers(response, 'set-cookie').map((cookie): Found[number] => [
      'cookie',
      /^[^=]+=([^;]*)/.exec(cookie)?.[1],
    ]),
  ];
}

/** The part of a signed token without which the others are worth nothing. */
function signatureOf(token: string | undefined): string | undefined {
  return token?.split('.')[2];
}

function headers(
  message: WatchedExchange['request'] | WatchedExchange['response'],
  name: string,
): string[] {
  return (message?.headers ?? [])
    .filter(([each]) => each.toLowerCase() === name)
    .map(([, value]) => value);
}

/** @returns what those are that stand in a text, in any spelling */
export function secretsIn(text: string, secrets: Secrets): string[] {
  return [...secrets].flatMap(([value, name]) =>
    spellings(value).some((one) => text.includes(one)) ? [name] : [],
  );
}

function spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  // In base64 a text looks different by how many bytes stand before it.
  const inBase64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)),
  );
  return [
    value,
    encodeURIComponent(value),
    encodeURIComponent(encodeURIComponent(value)),
    bytes.toString('hex'),
    ...inBase64,
    ...inBase64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}
