/**
 * What was secret in the messages of a world, read from the wire by the test
 * itself: nothing of the inspector's own judgement is in it.
 */
import type { WatchedExchange } from './watched-world.ts';

export type CarriedSecrets = {
  /** What only servers ever have, by a name for the report. */
  ofServers: Map<string, string>;
  /** What the browser carried, and nobody else may have. */
  ofTheBrowser: Map<string, string>;
};

export function carriedSecrets(exchanges: WatchedExchange[]): CarriedSecrets {
  const ofServers = new Map<string, string>();
  const ofTheBrowser = new Map<string, string>();
  for (const { id, from, to, request, response } of exchanges) {
    const keep = (secrets: Map<string, string>, name: string, value?: string | null) => {
      if (value) secrets.set(value, `${name} of exchange ${id}`);
    };
    const form = new URLSearchParams(request.body.text);
    const basic = headers(request, 'authorization').find((one) =>
      one.startsWith('Basic '),
    );
    if (basic) {
      const pair = Buffer.from(basic.slice('Basic '.length), 'base64').toString();
      keep(ofServers, 'client secret', pair.slice(pair.indexOf(':') + 1));
      keep(ofServers, 'credentials', basic.slice('Basic '.length));
    }
    if (to === 'authorization-server' && request.target === '/token' && response) {
      keep(ofServers, 'code verifier', form.get('code_verifier'));
      const { access_token, id_token, refresh_token } = JSON.parse(response.body.text);
      // Of a token that is signed, the signature makes it worth something.
      keep(ofServers, 'access token', access_token?.split('.')[2]);
      keep(ofServers, 'ID token', id_token?.split('.')[2]);
      keep(ofServers, 'refresh token', refresh_token);
    }
    if (from !== 'browser') continue;
    keep(ofTheBrowser, 'password', form.get('password'));
    keep(
      ofTheBrowser,
      'code',
      new URL(request.target, 'http://x').searchParams.get('code'),
    );
    for (const cookie of headers(response, 'set-cookie')) {
      keep(ofTheBrowser, 'cookie', /^[^=]+=([^;]*)/.exec(cookie)?.[1]);
    }
  }
  return { ofServers: byName(ofServers), ofTheBrowser: byName(ofTheBrowser) };
}

function headers(
  message: Pick<WatchedExchange['request'], 'headers'> | undefined,
  name: string,
): string[] {
  return (message?.headers ?? [])
    .filter(([each]) => each.toLowerCase() === name)
    .map(([, value]) => value);
}

/** The same secret travels far: once is enough. */
function byName(secrets: Map<string, string>): Map<string, string> {
  return new Map([...secrets].map(([value, name]) => [name, value]));
}

/** @returns the names of those that stand in a text, in any spelling */
export function secretsIn(text: string, secrets: Map<string, string>): string[] {
  return [...secrets].flatMap(([name, value]) =>
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
