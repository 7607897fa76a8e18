/**
 * A message that somebody changed while it was held. Its framing follows its
 * new body, so that a change of one message never garbles the next one.
 */
import { STATUS_CODES } from 'node:http';
import type { EditedRequest, EditedResponse, RawHeaders } from '../recording/exchange.ts';
import { isNamed } from './raw-headers.ts';

type Message = { headers: RawHeaders; chunks: Buffer[] };

export type RequestToSend = Message & { method: string; target: string };
export type ResponseToSend = Message & { status: number; reason: string };

export function editRequest(request: RequestToSend, edit: EditedRequest): RequestToSend {
  return {
    method: edit.method ?? request.method,
    target: edit.target === undefined ? request.target : encodedTarget(edit.target),
    ...editMessage(request, edit),
  };
}

/** @throws RangeError where the new status is no final one */
export function editResponse(
  response: ResponseToSend,
  edit: EditedResponse,
  method: string | undefined,
): ResponseToSend {
  const { status = response.status } = edit;
  if (!(status >= 200 && status <= 999)) throw new RangeError(`${status} is no status`);
  const changed = status !== response.status;
  const reason = changed ? (STATUS_CODES[status] ?? '') : response.reason;
  const { headers = response.headers } = edit;
  // No body follows these, whatever their fields say: RFC 9112, section 6.3.
  if (method === 'HEAD') return { status, reason, headers, chunks: [] };
  if (status === 204 || status === 304) {
    return { status, reason, headers: changed ? unframed(headers) : headers, chunks: [] };
  }
  return { status, reason, ...editMessage(response, edit) };
}

function editMessage(
  message: Message,
  { headers = message.headers, body }: { headers?: RawHeaders; body?: string },
): Message {
  const chunks = body === undefined ? message.chunks : [Buffer.from(body)];
  const readable = body === undefined ? headers : withoutCompression(headers);
  return { headers: framed(readable, sizeOf(chunks)), chunks };
}

/** For a body that is plain text, whatever it was compressed with before. */
export function withoutCompression(headers: RawHeaders): RawHeaders {
  return headers.filter((field) => !isNamed('content-encoding')(field));
}

/** Transfer-Encoding wins over Content-Length: RFC 9112, section 6.3. */
function framed(headers: RawHeaders, size: number): RawHeaders {
  const isLength = isNamed('content-length');
  const others = headers.filter((field) => !isLength(field));
  if (others.some(isNamed('transfer-encoding'))) return others;
  const first = headers.findIndex(isLength);
  if (first === -1 && size === 0) return headers;
  const at = first === -1 ? others.length : first;
  const name = headers[first]?.[0] ?? 'Content-Length';
  return others.toSpliced(at, 0, [name, String(size)]);
}

function unframed(headers: RawHeaders): RawHeaders {
  const framing = [isNamed('content-length'), isNamed('transfer-encoding')];
  return headers.filter((field) => !framing.some((isFraming) => isFraming(field)));
}

/** What a request line cannot carry is percent-encoded: RFC 3986, section 2.1. */
export function encodedTarget(target: string): string {
  return target.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

function sizeOf(chunks: Buffer[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}
