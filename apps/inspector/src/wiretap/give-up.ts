/** What becomes of an exchange that cannot be finished. */
import { answerInstead, type OwnAnswer } from './answer-instead.ts';
import type { Wire } from './caller-connection.ts';
import type { Passage } from './passage.ts';
import { Dropped, Unsendable } from './passing-failure.ts';

/** @returns why, in a sentence for whoever watches */
export async function giveUp(passage: Passage, thrown: unknown): Promise<string> {
  const { connection, request, response, gone } = passage;
  const { socket, wire } = connection;
  if (gone.aborted) return 'The caller hung up before it had the whole answer.';
  if (thrown instanceof Dropped) {
    hangUpForGood(passage);
    return 'It was taken out of the wire.';
  }
  if (response.headersSent) {
    // What has come so far is sent, and the cut is passed on as it was made.
    socket.destroySoon();
    return `The ${wire.label} broke off its answer.`;
  }
  const own = ownAnswerTo(wire, thrown as NodeJS.ErrnoException);
  if (!own) {
    socket.destroySoon();
    return `The ${wire.label} hung up before it had answered.`;
  }
  answerInstead(request, response, own);
  // What the caller is still sending is for nobody.
  request.resume();
  await new Promise((ended) => response.once('finish', ended).once('close', ended));
  return own.sentences[0]!;
}

/**
 * Chromium sends a request once more, even a POST, where a connection ends that
 * it had used before: what was dropped would come again. It does not do so when
 * it was told anything, and a reset cannot be taken for the end of an answer.
 */
function hangUpForGood({ connection, request, response }: Passage): void {
  if (request.httpVersion === '1.1') response.writeProcessing();
  connection.reset();
}

/** @returns `undefined` where the role hung up: the caller is hung up on as well */
function ownAnswerTo(
  { label, publicPort, privatePort, secure }: Wire,
  thrown: NodeJS.ErrnoException,
): OwnAnswer | undefined {
  if (thrown instanceof Unsendable) {
    return {
      status: 400,
      error: 'invalid_edit',
      title: 'The edited message cannot be sent',
      sentences: [`HTTP cannot carry what was made of it: ${thrown.message}.`],
    };
  }
  const badGateway = { status: 502, error: 'bad_gateway' } as const;
  if (thrown.syscall === 'connect') {
    const scheme = secure ? 'https' : 'http';
    return {
      ...badGateway,
      title: `The ${label} is down`,
      sentences: [
        `The ${label} does not answer at 127.0.0.1:${privatePort}, where the inspector ` +
          `passes on what comes to ${scheme}://localhost:${publicPort} (${thrown.code}).`,
        'If it is just starting, wait a moment and try again. If it stays away, its ' +
          'last words are in the terminal in which everything was started.',
      ],
    };
  }
  if (thrown.code?.startsWith('HPE_')) {
    return {
      ...badGateway,
      title: `The ${label} does not speak HTTP`,
      sentences: [
        `What came from the ${label} at 127.0.0.1:${privatePort} is no answer that HTTP ` +
          `knows (${thrown.code}).`,
      ],
    };
  }
  return undefined;
}
