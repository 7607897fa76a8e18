/**
 * What somebody changed in a message, from the fields of a form to what the
 * wiretap sends on: only what differs, and nothing else moves by a byte.
 */
import { headerOf } from '../../explain/message.ts';
import type {
  EditedRequest,
  EditedResponse,
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
} from '../../recording/exchange.ts';
import { type JsonObject, readMembers, writeMembers } from './json-members.ts';
import {
  type Address,
  type Pair,
  readAddress,
  readPairs,
  writeAddress,
  writePairs,
} from './pairs.ts';

export type BodyFields =
  | { kind: 'form'; pairs: Pair[] }
  | { kind: 'json'; object: JsonObject }
  | { kind: 'text'; text: string }
  /** Binary, cut, or not here: it goes on as it is. */
  | { kind: 'kept' };

type MessageFields = { headers: RawHeaders; body: BodyFields };

export type RequestFields = MessageFields & { method: string; address: Address };

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-1.7 for why an answer has an address */
export type ResponseFields = MessageFields & { status: number; location?: Address };

export function readRequest(request: RecordedRequest): RequestFields {
  return {
    method: request.method,
    address: readAddress(request.target),
    headers: request.headers,
    body: readBody(request),
  };
}

export function readResponse(response: RecordedResponse): ResponseFields {
  const { status, headers } = response;
  const location = headerOf(headers, 'location');
  const body = readBody(response);
  if (location === undefined) return { status, headers, body };
  return { status, headers, body, location: readAddress(location) };
}

export function buildEditedRequest(
  original: RecordedRequest,
  fields: RequestFields,
): EditedRequest {
  const edited: EditedRequest = buildMessage(original, fields);
  const target = writeAddress(fields.address);
  if (fields.method !== original.method) edited.method = fields.method;
  if (target !== original.target) edited.target = target;
  return edited;
}

export function buildEditedResponse(
  original: RecordedResponse,
  fields: ResponseFields,
): EditedResponse {
  const { location } = fields;
  const headers = location
    ? replaceHeader(fields.headers, 'location', writeAddress(location))
    : fields.headers;
  const edited: EditedResponse = buildMessage(original, { ...fields, headers });
  if (fields.status !== original.status) edited.status = fields.status;
  return edited;
}

/** The form as text and back: for those who would rather type than fill in. */
export function writeBody(body: BodyFields): string | undefined {
  if (body.kind === 'form') return writePairs(body.pairs);
  if (body.kind === 'json') return writeMembers(body.object);
  return body.kind === 'text' ? body.text : undefined;
}

export function readBody({
  headers,
  body,
}: Pick<RecordedRequest, 'headers' | 'body'>): BodyFields {
  if (body.encoding === 'base64' || body.cut || body.omitted) return { kind: 'kept' };
  return readBodyText(body.text, headerOf(headers, 'content-type') ?? '');
}

export function readBodyText(text: string, contentType: string): BodyFields {
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    return { kind: 'form', pairs: readPairs(text) };
  }
  const object = /[/+]json\b/i.test(contentType) ? readMembers(text) : undefined;
  return object ? { kind: 'json', object } : { kind: 'text', text };
}

function buildMessage(
  original: Pick<RecordedRequest, 'headers' | 'body'>,
  { headers, body }: MessageFields,
): { headers?: RawHeaders; body?: string } {
  const edited: { headers?: RawHeaders; body?: string } = {};
  const text = writeBody(body);
  if (JSON.stringify(headers) !== JSON.stringify(original.headers)) {
    edited.headers = headers;
  }
  if (text !== undefined && text !== original.body.text) edited.body = text;
  return edited;
}

/** The first of that name; its case and its place stay. */
function replaceHeader(headers: RawHeaders, name: string, value: string): RawHeaders {
  const index = headers.findIndex(([each]) => each.toLowerCase() === name);
  return headers.map(([each, was], at) => [each, at === index ? value : was]);
}
