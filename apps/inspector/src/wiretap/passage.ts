/** One exchange on its way through the wire, to whatever end it comes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallerConnection } from './caller-connection.ts';
import { giveUp } from './give-up.ts';
import { keepWaiting } from './keep-waiting.ts';
import type { Watching } from './observer.ts';
import { inPairs } from './raw-headers.ts';

export type Passage = {
  connection: CallerConnection;
  request: IncomingMessage;
  response: ServerResponse;
  watching: Watching;
  /** The caller hung up before it had the whole answer. */
  gone: AbortSignal;
};

/** @param course all of it; where it throws, the caller is told what can be told */
export async function pass(
  connection: CallerConnection,
  request: IncomingMessage,
  response: ServerResponse,
  course: (passage: Passage) => Promise<void>,
): Promise<void> {
  const { socket, wire } = connection;
  const watching = wire.observer({
    to: wire.to,
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: inPairs(request.rawHeaders),
    remotePort: socket.remotePort ?? 0,
  });
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  response.once('close', leave).once('finish', () => response.off('close', leave));

  const passage = { connection, request, response, watching, gone: leaving.signal };
  const stopSaying = keepWaiting(request, response);
  try {
    await course(passage);
  } catch (thrown) {
    watching.failed(await giveUp(passage, thrown));
  } finally {
    stopSaying();
  }
}
