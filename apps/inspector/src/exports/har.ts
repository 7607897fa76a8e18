/**
 * A recording as an HTTP archive (HAR 1.2), which the developer tools of
 * browsers open. What HAR has no word for stands in members named
 * `_fourRoles`, so that open-har.ts gives back the very same recording.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
import { headerOf } from '../explain/message.ts';
import type {
  Body,
  Exchange,
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
  Recording,
} from '../recording/exchange.ts';

export type Har = ReturnType<typeof toHar>;

export function toHar(recording: Recording) {
  const { exchanges, flows, origins, ...about } = recording;
  return {
    log: {
      version: '1.2',
      creator: { name: 'Four Roles', version: '1' },
      pages: flows.map(({ id, name }) => ({
        startedDateTime: startOf(exchanges.find(({ flow }) => flow === id)),
        id: `flow-${id}`,
        title: name,
        pageTimings: {},
      })),
      entries: exchanges.map((exchange) => ({
        // Noise is part of no flow, and so of no page.
        ...(exchange.flow > 0 && { pageref: `flow-${exchange.flow}` }),
        ...toEntry(exchange, origins[exchange.to]),
      })),
      _fourRoles: { ...about, flows, origins },
    },
  };
}

function startOf(exchange: Exchange | undefined): string {
  return new Date(exchange?.startedAt ?? 0).toISOString();
}

function toEntry(exchange: Exchange, origin: string) {
  const { request, response, requestBefore, responseBefore, ...about } = exchange;
  const { startedAt, finishedAt = startedAt } = exchange;
  const time = Math.max(0, finishedAt - startedAt);
  const held = Math.min(exchange.heldFor, time);
  return {
    startedDateTime: startOf(exchange),
    time,
    request: toRequest(request, origin),
    response: response ? toResponse(response) : noResponse,
    cache: {},
    timings: { blocked: held, send: 0, wait: time - held, receive: 0 },
    _fourRoles: {
      ...about,
      target: request.target,
      requestBody: withoutText(request.body),
      ...(response && { responseBody: withoutText(response.body) }),
      ...(requestBefore && { requestBefore }),
      ...(responseBefore && { responseBefore }),
    },
  };
}

function toRequest({ method, target, headers, body }: RecordedRequest, origin: string) {
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

function toResponse({ status, reason, headers, body }: RecordedResponse) {
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
const noResponse: ReturnType<typeof toResponse> = toResponse({
  status: 0,
  reason: '',
  headers: [],
  body: { text: '', encoding: 'utf-8', size: 0 },
});

function withoutText({ text: _, ...rest }: Body): Omit<Body, 'text'> {
  return rest;
}

function named(pairs: Iterable<[string, string]>): { name: string; value: string }[] {
  return [...pairs].map(([name, value]) => ({ name, value }));
}

function valuesOf(headers: RawHeaders, wanted: string): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === wanted)
    .map(([, value]) => value);
}

function cookiesIn(headers: RawHeaders) {
  const pairs = valuesOf(headers, 'cookie').flatMap((value) => value.split(';'));
  return pairs.filter((pair) => pair.includes('=')).map(nameAndValue);
}

function cookiesSetBy(headers: RawHeaders) {
  return valuesOf(headers, 'set-cookie').map((value) => {
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

function nameAndValue(pair: string): { name: string; value: string } {
  const [, name = '', value = ''] = /^\s*([^=]*?)\s*(?:=\s*(.*?)\s*)?$/s.exec(pair) ?? [];
  return { name, value };
}
