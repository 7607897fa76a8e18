/**
 * A recording as an HTTP archive (HAR 1.2), which the developer tools of
 * browsers open. What HAR has no word for stands in members named
 * `_fourRoles`, so that open-har.ts gives back the very same recording.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
import type { Body, Exchange, Recording } from '../recording/exchange.ts';
import { noResponse, toRequest, toResponse } from './har-messages.ts';

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

function withoutText({ text: _, ...rest }: Body): Omit<Body, 'text'> {
  return rest;
}
