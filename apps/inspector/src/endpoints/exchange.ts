/**
 * GET /api/exchanges/:id
 *
 * One exchange, whole: the stream of events leaves out long bodies.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: application/json
 *
 *     { "id": 4, "from": "browser", "to": "client", "request": { ... }, ... }
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Handler } from 'hono';
import type { Body, Exchange } from '../recording/exchange.ts';
import type { LiveRecording } from '../recording/recording.ts';
import { pathNumber } from '../request-input.ts';

/** Characters. */
const longestInList = 8 * 1024;

export function exchange(recording: LiveRecording): Handler {
  return (c) => c.json(recordedExchange(recording, pathNumber(c, 'id')));
}

/** @throws {OAuthError} `not_found` */
export function recordedExchange(recording: LiveRecording, id: number): Exchange {
  const found = recording.exchange(id);
  if (found) return found;
  throw new OAuthError(
    'not_found',
    `There is no exchange ${id} in this recording, or no more.`,
  );
}

export function withoutLongBodies(exchange: Exchange): Exchange {
  const { request, response, requestBefore, responseBefore } = exchange;
  return {
    ...exchange,
    request: shortened(request),
    ...(response && { response: shortened(response) }),
    ...(requestBefore && { requestBefore: shortened(requestBefore) }),
    ...(responseBefore && { responseBefore: shortened(responseBefore) }),
  };
}

function shortened<Message extends { body: Body }>(message: Message): Message {
  if (message.body.text.length <= longestInList) return message;
  return { ...message, body: { ...message.body, text: '', omitted: true } };
}
