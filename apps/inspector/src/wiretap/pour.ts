/**
 * The body of a message, on its way: piece by piece, or read whole where the
 * message may be held.
 */
import type { IncomingMessage, OutgoingMessage } from 'node:http';
import { sendPiece } from './exact-message.ts';
import { inPairs } from './raw-headers.ts';

/** Bytes. A longer message streams, and cannot be held. */
export const longestHeld = 10 * 1024 * 1024;

type Seen = (chunk: Buffer) => void;

/**
 * Pass each piece on as it comes, no faster than the reader takes it; trailers
 * as well, where there are some (RFC 9110, section 6.5). Resolves when the last
 * piece has come, not when the reader has it.
 *
 * @throws where the sender breaks off
 */
export function pour(
  from: IncomingMessage,
  to: OutgoingMessage,
  seen: Seen,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (from.readableEnded) return resolve();
    const goOn = () => void from.resume();
    from.on('data', (chunk: Buffer) => {
      seen(chunk);
      if (sendPiece(to, chunk)) return;
      from.pause();
      to.once('drain', goOn);
    });
    from.once('end', () => {
      if (from.rawTrailers.length > 0) addTrailers(from, to);
      resolve();
    });
    whenBroken(from, reject);
    from.resume();
  });
}

export function addTrailers(from: IncomingMessage, to: OutgoingMessage): void {
  if (to.chunkedEncoding) to.addTrailers(inPairs(from.rawTrailers));
}

/**
 * Read a message whole, or its beginning where it is too long to be held; what
 * is left then, `pour` passes on.
 *
 * @throws where the sender breaks off
 */
export function readWhole(
  from: IncomingMessage,
  seen: Seen,
): Promise<{ chunks: Buffer[]; whole: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    if (from.readableEnded) return resolve({ chunks, whole: true });
    let size = 0;
    const keep = (chunk: Buffer) => {
      seen(chunk);
      chunks.push(chunk);
      size += chunk.length;
      if (size <= longestHeld) return;
      from.pause();
      from.off('data', keep).off('end', end);
      resolve({ chunks, whole: false });
    };
    const end = () => resolve({ chunks, whole: true });
    from.on('data', keep).once('end', end);
    whenBroken(from, reject);
  });
}

function whenBroken(from: IncomingMessage, reject: (error: Error) => void): void {
  from.once('error', reject);
  from.once('close', () => {
    if (!from.readableEnded) reject(new Error('the sender broke off'));
  });
}
