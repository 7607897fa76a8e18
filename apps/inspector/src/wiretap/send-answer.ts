/** The second half of an exchange: the role's answer goes to the caller. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { editResponse, type ResponseToSend } from './edited-message.ts';
import { sendHead, sendPiece } from './exact-message.ts';
import { hold, unlessGone } from './keep-waiting.ts';
import type { ResponseHead } from './observer.ts';
import type { Passage } from './passage.ts';
import { Dropped, sendable } from './passing-failure.ts';
import { addTrailers, pour, readWhole } from './pour.ts';
import { inPairs, isNamed } from './raw-headers.ts';

/** In which a role says, in development, which of its rules it tried. */
const isTrace = isNamed('four-roles-trace');

/** @throws {Dropped | Unsendable} or the reason of `gone`, or where the role breaks off */
export async function sendAnswer(
  passage: Passage,
  answer: IncomingMessage,
): Promise<void> {
  const { response, watching, gone } = passage;
  const { head, trace } = headOf(answer);
  watching.responseHead(head, trace);

  // An event stream has no end that one could wait for.
  const endless = answer.headers['content-type']?.startsWith('text/event-stream');
  const message = { ...head, chunks: [] };
  if (!endless && watching.mayHoldResponse()) await readAndHold(passage, answer, message);
  else await stream(passage, answer, message);

  await unlessGone(new Promise<void>((sent) => response.end(sent)), gone);
}

/** What is passed on of the head, and what is not. */
export function headOf(answer: IncomingMessage): {
  head: ResponseHead;
  trace: string | undefined;
} {
  const { statusCode: status = 0, statusMessage: reason = '' } = answer;
  const given = inPairs(answer.rawHeaders);
  const headers = given.filter((field) => !isTrace(field));
  return { head: { status, reason, headers }, trace: given.find(isTrace)?.[1] };
}

async function readAndHold(
  passage: Passage,
  answer: IncomingMessage,
  message: ResponseToSend,
): Promise<void> {
  const { request, response, watching, gone } = passage;
  const { chunks, whole } = await readWhole(answer, (chunk) =>
    watching.responseBody(chunk),
  );
  const asItCame = { ...message, chunks };
  if (!whole) return stream(passage, answer, asItCame);

  const edit = await hold(watching.responseComplete(), gone);
  if (edit === 'drop') throw new Dropped();
  const { chunks: body } = sendable(() => {
    const changed = edit ? editResponse(asItCame, edit, request.method) : asItCame;
    answerWith(response, answer, changed);
    return changed;
  });
  for (const chunk of body) sendPiece(response, chunk);
  addTrailers(answer, response);
}

async function stream(
  { connection, response, watching }: Passage,
  answer: IncomingMessage,
  message: ResponseToSend,
): Promise<void> {
  answerWith(response, answer, message);
  for (const chunk of message.chunks) sendPiece(response, chunk);
  try {
    await pour(answer, response, (chunk) => watching.responseBody(chunk));
  } catch (error) {
    // A body without length ends with the connection (RFC 9112, section 6.3): if
    // that ended like any other, the cut would not be seen.
    const { headers } = answer;
    const hasEnd = headers['content-length'] ?? headers['transfer-encoding'];
    if (!hasEnd) connection.reset();
    throw error;
  }
  watching.responseComplete();
}

function answerWith(
  response: ServerResponse,
  { httpVersion }: IncomingMessage,
  { status, reason, headers }: ResponseHead,
): void {
  // What node:http would add where the role has said nothing.
  for (const name of ['Connection', 'Content-Length', 'Transfer-Encoding', 'Date']) {
    response.removeHeader(name);
  }
  response.writeHead(status, reason, headers.flat());
  sendHead(response, `HTTP/${httpVersion} ${status} ${reason}`, headers);
}
