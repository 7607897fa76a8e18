/**
 * A WebSocket begins as a request (RFC 6455, section 4). Where the role agrees,
 * the connection becomes a tunnel; where it refuses, its answer is one as any
 * other, and the connection ends with it.
 */
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { awaitAnswer } from './await-answer.ts';
import type { CallerConnection } from './caller-connection.ts';
import { pass } from './passage.ts';
import { headText, inPairs } from './raw-headers.ts';
import { headOf, sendAnswer } from './send-answer.ts';

/** Nothing else is: HTTP/2 without TLS, which some clients offer, stays HTTP/1.1. */
export function isUpgrade({ headers }: IncomingMessage): boolean {
  const {
    upgrade,
    'content-length': length = '0',
    'transfer-encoding': coding,
  } = headers;
  return upgrade?.toLowerCase() === 'websocket' && length === '0' && !coding;
}

/** @param early what the caller sent right behind its request */
export function passUpgrade(
  connection: CallerConnection,
  request: IncomingMessage,
  early: Buffer,
): Promise<void> {
  const { socket } = connection;
  // node:http has let go of this connection.
  socket.on('error', () => socket.destroy());
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => {
    response.detachSocket(socket);
    socket.destroySoon();
  });

  return pass(connection, request, response, async (passage) => {
    const { watching } = passage;
    const { method = 'GET', url: target = '/', httpVersion } = request;
    const headers = inPairs(request.rawHeaders);
    const toRole = connection.openRequest({ method, target, headers }, httpVersion);
    const { answer } = awaitAnswer(toRole, passage);
    const agreement = new Promise<[IncomingMessage, Socket, Buffer]>((resolve) => {
      toRole.once('upgrade', (agreed, stream, head) =>
        resolve([agreed, stream as Socket, head]),
      );
    });
    toRole.end();
    watching.requestComplete();
    const stopWatching = whenHungUp(socket, () => socket.destroy());

    const outcome = await Promise.race([agreement, answer]);
    if (!Array.isArray(outcome)) {
      await sendAnswer(passage, outcome);
      return watching.done();
    }
    const [agreed, roleSocket, roleHead] = outcome;
    const { head, trace } = headOf(agreed);
    watching.responseHead(head, trace);
    watching.upgraded();
    response.detachSocket(socket);
    stopWatching();
    socket.write(
      headText(`HTTP/1.1 ${head.status} ${head.reason}`, head.headers),
      'latin1',
    );
    join(socket, early, roleSocket, roleHead);
  });
}

/** Nobody reads yet, and who does not read hears nothing of the end. */
function whenHungUp(socket: Socket, hungUp: () => void): () => void {
  const look = () => {
    if (socket.readableLength === 0) socket.read();
  };
  socket.on('readable', look).once('end', hungUp);
  return () => void socket.off('readable', look).off('end', hungUp);
}

/** Whatever one end says, the other hears, until either is gone. */
function join(caller: Socket, fromCaller: Buffer, role: Socket, fromRole: Buffer): void {
  role.on('error', () => role.destroy());
  role.once('close', () => caller.destroySoon());
  caller.once('close', () => role.destroySoon());
  caller.write(fromRole);
  role.write(fromCaller);
  caller.pipe(role);
  role.pipe(caller);
}
