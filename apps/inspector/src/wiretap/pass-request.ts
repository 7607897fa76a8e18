/** An ordinary request passes: not an upgrade. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallerConnection } from './caller-connection.ts';
import { pass } from './passage.ts';
import { sendAnswer } from './send-answer.ts';
import { sendRequest } from './send-request.ts';

export function passRequest(
  connection: CallerConnection,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return pass(connection, request, response, async (passage) => {
    const { answer } = await sendRequest(passage);
    await sendAnswer(passage, await answer);
    passage.watching.done();
  });
}
