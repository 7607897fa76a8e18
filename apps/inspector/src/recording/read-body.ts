/**
 * The body of a message, as it can be read: decompressed, as text where it is
 * text, and no more of it than can be kept.
 */
import { isUtf8 } from 'node:buffer';
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { headerOf } from '../explain/message.ts';
import type { Body, RawHeaders } from './exchange.ts';

/** Bytes of each body that are kept, before and after decompression. */
const bytesKept = 256 * 1024;
/** Of style sheets and scripts, of which there are many and big ones. */
const bytesKeptOfNoise = 16 * 1024;
/** A few bytes can stand for gigabytes: what becomes more than this stays compressed. */
const mostDecompressed = 4 * 1024 * 1024;
/** Who names more encodings than anybody uses wants to keep us busy. */
const mostEncodings = 3;

export const noBody: Body = { text: '', encoding: 'utf-8', size: 0 };

/** Piece by piece, as it passes. */
export function bodyReader(noise: boolean) {
  const limit = noise ? bytesKeptOfNoise : bytesKept;
  let chunks: Buffer[] = [];
  let kept = 0;
  let size = 0;
  return {
    add(chunk: Buffer): void {
      size += chunk.length;
      if (kept >= limit) return;
      chunks.push(chunk.subarray(0, limit - kept));
      kept += Math.min(chunk.length, limit - kept);
    },

    /** Bytes that have passed. */
    size: () => size,

    /** When the last piece has passed; the pieces are let go. */
    read(headers: RawHeaders): Body {
      if (size === 0) return noBody;
      const bytes = Buffer.concat(chunks);
      chunks = [];
      const plain = decompressed(bytes, headerOf(headers, 'content-encoding'));
      const beginning = plain.subarray(0, limit);
      const cut = kept < size || beginning.length < plain.length;
      return { ...legible(beginning, cut), size, ...(cut && { cut }) };
    },
  };
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = constants;

/** What there is of a stream that was cut is read too: hence the flushes. */
const decompress: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: (bytes) => gunzipSync(bytes, options(Z_SYNC_FLUSH)),
  // RFC 9110, section 8.4.1.2: some send it without its zlib wrapper.
  deflate: (bytes) =>
    (bytes[0]! & 0x0f) === 8
      ? inflateSync(bytes, options(Z_SYNC_FLUSH))
      : inflateRawSync(bytes, options(Z_SYNC_FLUSH)),
  br: (bytes) => brotliDecompressSync(bytes, options(BROTLI_OPERATION_FLUSH)),
  zstd: (bytes) => zstdDecompressSync(bytes, options(ZSTD_e_flush)),
};

function options(finishFlush: number) {
  return { finishFlush, maxOutputLength: mostDecompressed };
}

/** Bytes that are not what the header says stay as they are. */
function decompressed(bytes: Buffer, encoding: string | undefined): Buffer {
  const steps = encoding?.toLowerCase().split(',').reverse() ?? [];
  if (steps.length > mostEncodings) return bytes;
  try {
    return steps.reduce((rest, step) => {
      const name = step.trim().replace(/^x-/, '');
      if (name === 'identity' || name === '') return rest;
      return decompress[name]!(rest);
    }, bytes);
  } catch {
    return bytes;
  }
}

function legible(bytes: Buffer, cut: boolean): Pick<Body, 'text' | 'encoding'> {
  const whole = cut ? bytes.subarray(0, endOfLastCharacter(bytes)) : bytes;
  if (isUtf8(whole) && !whole.includes(0)) {
    return { text: whole.toString('utf8'), encoding: 'utf-8' };
  }
  return { text: bytes.toString('base64'), encoding: 'base64' };
}

/** A cut may go through a character of several bytes: before its first one, then. */
function endOfLastCharacter(bytes: Buffer): number {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && start > 0 && (bytes[start]! & 0xc0) === 0x80)
    start--;
  return bytes[start]! >= 0xc0 ? start : bytes.length;
}
