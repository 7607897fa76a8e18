/**
 * An HTTP archive that a browser saved: everything in it was sent by that
 * browser, and what it sent to one of the four roles can be shown.
 */
import type {
  Body,
  Exchange,
  RawHeaders,
  Recording,
  RoleName,
} from '../recording/exchange.ts';
import { isNoise } from '../recording/noise.ts';
import type { Entry } from './har-schema.ts';

/** @throws {Error} with a sentence, where nothing went to a role */
export function foreignRecording(
  entries: Entry[],
  origins: Record<RoleName, string>,
): Recording {
  const exchanges = entries
    .flatMap((entry) => {
      const url = URL.parse(entry.request.url);
      const to = roles(origins).find((role) => origins[role] === url?.origin);
      return url && to ? [toExchange(entry, url, to)] : [];
    })
    .map((exchange, index) => ({ ...exchange, id: index + 1 }));
  if (exchanges.length === 0) {
    const known = Object.values(origins).join(', ');
    throw new Error(`Nothing in this file was sent to one of the four roles (${known}).`);
  }
  return {
    run: 'from-a-browser',
    origins,
    exchanges,
    flows: [{ id: 1, kind: 'other', name: 'What a browser saved' }],
    masked: false,
  };
}

function roles(origins: Record<RoleName, string>): RoleName[] {
  return Object.keys(origins) as RoleName[];
}

function toExchange(entry: Entry, url: URL, to: RoleName): Omit<Exchange, 'id'> {
  const startedAt = Date.parse(entry.startedDateTime) || 0;
  const request = {
    method: entry.request.method,
    target: url.pathname + url.search,
    headers: toHeaders(entry.request.headers),
    body: sentBody(entry),
  };
  const noise = isNoise(request);
  const { status, statusText: reason, headers, content } = entry.response;
  const isBase64 = content.encoding === 'base64';
  return {
    from: 'browser',
    to,
    startedAt,
    finishedAt: startedAt + Math.max(0, entry.time),
    heldFor: 0,
    request,
    // Browsers write 0 where nothing came back.
    ...(status === 0
      ? { failure: 'Nothing came back.' }
      : {
          response: {
            status,
            reason,
            headers: toHeaders(headers),
            body: {
              text: content.text ?? '',
              encoding: isBase64 ? ('base64' as const) : ('utf-8' as const),
              size: Math.max(0, content.size),
            },
          },
        }),
    verdicts: [],
    flow: noise ? 0 : 1,
    ...(noise && { noise }),
  };
}

function toHeaders(headers: { name: string; value: string }[]): RawHeaders {
  // A browser may list the pseudo-headers of HTTP/2 among them.
  return headers
    .filter(({ name }) => !name.startsWith(':'))
    .map(({ name, value }) => [name, value]);
}

/** A form may be there only as its parameters. */
function sentBody({ request: { postData } }: Entry): Body {
  const form = postData?.params?.map(({ name, value = '' }) => [name, value]);
  const text = postData?.text ?? String(new URLSearchParams(form));
  return { text, encoding: 'utf-8', size: new TextEncoder().encode(text).length };
}
