/**
 * A message that somebody changed in the wire, in the recording: what was
 * really sent on takes its place, and what had come is kept beside it.
 */
import {
  editRequest,
  editResponse,
  type RequestToSend,
  type ResponseToSend,
} from '../wiretap/edited-message.ts';
import type {
  Body,
  EditedRequest,
  EditedResponse,
  Exchange,
  RecordedResponse,
} from './exchange.ts';
import { bodyReader } from './read-body.ts';

export function changeRequest(exchange: Exchange, edit: EditedRequest): void {
  const before = exchange.request;
  const sent = editRequest({ ...before, chunks: stand(before.body) }, edit);
  const { method, target, headers } = sent;
  const body = bodyOf(sent, before.body, edit.body);
  exchange.requestBefore = before;
  exchange.request = { method, target, headers, body };
}

export function changeResponse(
  exchange: Exchange,
  before: RecordedResponse,
  edit: EditedResponse,
): RecordedResponse {
  const { method } = exchange.request;
  const sent = editResponse({ ...before, chunks: stand(before.body) }, edit, method);
  const { status, reason, headers } = sent;
  const body = bodyOf(sent, before.body, edit.body);
  exchange.responseBefore = before;
  exchange.response = { status, reason, headers, body };
  return exchange.response;
}

/** In place of the bytes, which were not all kept: how many there are decides of the framing. */
function stand({ size }: Body): Buffer[] {
  return [Buffer.alloc(size)];
}

function bodyOf(
  { headers, chunks }: Pick<RequestToSend | ResponseToSend, 'headers' | 'chunks'>,
  before: Body,
  edited: string | undefined,
): Body {
  if (edited === undefined && chunks.length > 0) return before;
  const reader = bodyReader(false);
  for (const chunk of chunks) reader.add(chunk);
  return reader.read(headers);
}
