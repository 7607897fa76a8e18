/**
 * node:http works out how a body is framed and whether the connection stays;
 * the words of the head and the borders of the chunks are the sender's.
 */
import type { OutgoingMessage } from 'node:http';
import type { RawHeaders } from '../recording/exchange.ts';
import { headText } from './raw-headers.ts';

/** What node:http has no public name for. */
type Inside = { _header: string; _send(text: string, encoding: 'latin1'): void };

/**
 * Send the head as it came, before any body has. Left alone, node:http says
 * HTTP/1.1 even to whom speaks 1.0, and takes what is beyond ASCII for UTF-8.
 *
 * @param message knows its fields already, and has sent nothing
 */
export function sendHead(
  message: OutgoingMessage,
  startLine: string,
  headers: RawHeaders,
): void {
  const inside = message as unknown as Inside;
  inside._header = headText(startLine, headers);
  together(message, () => inside._send('', 'latin1'));
}

/**
 * Send a piece of the body: one chunk, where it is chunked. Left alone,
 * node:http makes one of all that come in the same moment.
 *
 * @returns whether the reader takes more at once
 */
export function sendPiece(message: OutgoingMessage, piece: Buffer): boolean {
  return together(message, () => message.write(piece));
}

/** What is sent in one turn of the event loop goes in one packet. */
function together<T>({ socket }: OutgoingMessage, send: () => T): T {
  if (!socket) return send();
  socket.cork();
  setImmediate(() => socket.uncork());
  return send();
}
