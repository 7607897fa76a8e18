/**
 * Requests and responses as HAR 1.2 has them.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/#request
 */
import { nameAndValue } from '../explain/cookie-pair.ts';
import { headerOf, headersOf } from '../explain/message.ts';
import type {
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
} from '../recording/exchange.ts';

export function toRequest(
  { method, target, headers, body }: RecordedRequest,
  origin: string,
) {
  const type = headerOf(headers, 'content-type') ?? '';
  const isForm = /^application\/x-www-form-urlencoded/i.test(type);
  return {
    method,
    url: target.startsWith('/') ? origin + target : `${origin}/${target}`,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesIn(headers),
    headers: named(headers),
    queryString: named(new URLSearchParams(target.split('?').slice(1).join('?'))),
    ...(body.text !== '' && {
      postData: {
        mimeType: type,
        params: isForm ? named(new URLSearchParams(body.text)) : [],
        text: body.text,
        // HAR says nothing of binary bodies here; of responses it does.
        ...(body.encoding === 'base64' && { _encoding: 'base64' }),
      },
    }),
    headersSize: -1,
    bodySize: body.size,
  };
}

export function toResponse({ status, reason, headers, body }: RecordedResponse) {
  return {
    status,
    statusText: reason,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesSetBy(headers),
    headers: named(headers),
    content: {
      size: body.size,
      mimeType: headerOf(headers, 'content-type') ?? '',
      text: body.text,
      ...(body.encoding === 'base64' && { encoding: 'base64' }),
    },
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: body.size,
  };
}

/** As browsers write it down when nothing comes back. */
export const noResponse: ReturnType<typeof toResponse> = toResponse({
  status: 0,
  reason: '',
  headers: [],
  body: { text: '', encoding: 'utf-8', size: 0 },
});

function named(pairs: Iterable<[string, string]>): { name: string; value: string }[] {
  return [...pairs].map(([name, value]) => ({ name, value }));
}

function cookiesIn(headers: RawHeaders) {
  const pairs = headersOf(headers, 'cookie').flatMap((value) => value.split(';'));
  return pairs.filter((pair) => pair.includes('=')).map(nameAndValue);
}

function cookiesSetBy(headers: RawHeaders) {
  return headersOf(headers, 'set-cookie').map((value) => {
    const [pair = '', ...rest] = value.split(';');
    const attributes = new Map(
      rest.map(nameAndValue).map((one) => [one.name.toLowerCase(), one.value]),
    );
    const path = attributes.get('path');
    const domain = attributes.get('domain');
    return {
      ...nameAndValue(pair),
      ...(path && { path }),
      ...(domain && { domain }),
      httpOnly: attributes.has('httponly'),
      secure: attributes.has('secure'),
    };
  });
}
