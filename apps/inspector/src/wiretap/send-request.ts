/** The first half of an exchange: the caller's request goes to the role. */
import { awaitAnswer, type Sent } from './await-answer.ts';
import { editRequest, type RequestToSend } from './edited-message.ts';
import { sendPiece } from './exact-message.ts';
import { hold } from './keep-waiting.ts';
import type { Passage } from './passage.ts';
import { Dropped, sendable } from './passing-failure.ts';
import { addTrailers, pour, readWhole } from './pour.ts';
import { inPairs } from './raw-headers.ts';

/** @throws {Dropped | Unsendable} or the reason of `gone`: then nothing was sent */
export async function sendRequest(passage: Passage): Promise<Sent> {
  const { connection, request, watching } = passage;
  const { method = 'GET', url: target = '/', httpVersion } = request;
  const message = { method, target, headers: inPairs(request.rawHeaders), chunks: [] };

  if (watching.mayHoldRequest()) return readAndHold(passage, message);
  const toRole = connection.openRequest(message, httpVersion);
  return stream(passage, awaitAnswer(toRole, passage));
}

async function readAndHold(passage: Passage, message: RequestToSend): Promise<Sent> {
  const { connection, request, response, watching, gone } = passage;
  // Who waits to be told to continue would never send what is to be held.
  const continued = /100-continue/i.test(request.headers.expect ?? '');
  if (continued) response.writeContinue();

  const { chunks, whole } = await readWhole(request, (chunk) =>
    watching.requestBody(chunk),
  );
  const asItCame = { ...message, chunks };
  const edit = whole ? await hold(watching.requestComplete(), gone) : undefined;
  if (edit === 'drop') throw new Dropped();

  const { toRole, ...head } = sendable(() => {
    const changed = edit ? editRequest(asItCame, edit) : asItCame;
    return { ...changed, toRole: connection.openRequest(changed, request.httpVersion) };
  });
  const sent = awaitAnswer(toRole, passage, continued);
  for (const chunk of head.chunks) sendPiece(toRole, chunk);
  if (!whole) return stream(passage, sent);
  addTrailers(request, toRole);
  toRole.end();
  return sent;
}

function stream({ request, watching }: Passage, sent: Sent): Sent {
  const { toRole } = sent;
  pour(request, toRole, (chunk) => watching.requestBody(chunk)).then(
    () => {
      toRole.end();
      watching.requestComplete();
    },
    () => toRole.destroy(),
  );
  return sent;
}
