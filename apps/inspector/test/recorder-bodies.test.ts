import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import type { RawHeaders } from '../src/recording/exchange.ts';
import { type Answer, recordedWorld, type World } from './recorded-world.ts';

const call = {
  from: 'worker',
  to: 'resource-server',
  line: 'GET /business/contacts',
} as const;

function bodyOf(world: World, answer: Answer) {
  return world.exchange(call, answer).response!.body;
}

const encoded = (encoding: string): RawHeaders => [['Content-Encoding', encoding]];

test('what is compressed can be read; its size is what crossed the wire', (t) => {
  const world = recordedWorld(t);
  const text = 'the same words, the same words, the same words, the same words';
  for (const [name, compress] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const) {
    const body = compress(text);
    assert.deepEqual(
      bodyOf(world, { headers: encoded(name), body }),
      { text, encoding: 'utf-8', size: body.length },
      name,
    );
  }
});

test('what says that it is compressed, and is not, stays as it is', (t) => {
  const world = recordedWorld(t);
  const { text } = bodyOf(world, { headers: encoded('gzip'), body: 'plain' });
  assert.equal(text, 'plain');
  assert.equal(bodyOf(world, { headers: encoded('rot13'), body: 'cynva' }).text, 'cynva');
});

test('what is compressed again and again is not opened again and again', (t) => {
  const world = recordedWorld(t);
  let body = Buffer.from('in a box');
  for (let layer = 0; layer < 4; layer++) body = gzipSync(body);
  const fourfold = encoded('gzip, gzip, gzip, gzip');
  assert.equal(bodyOf(world, { headers: fourfold, body }).encoding, 'base64');
});

test('what is no text is base64', (t) => {
  const world = recordedWorld(t);
  const body = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]);
  assert.deepEqual(bodyOf(world, { body }), {
    ...{ text: body.toString('base64'), encoding: 'base64', size: 8 },
  });
});

test('of a long body the beginning is kept, up to a whole character', (t) => {
  const world = recordedWorld(t);
  const body = `${'x'.repeat(256 * 1024 - 1)}\u{1f600}${'y'.repeat(5_000_000)}`;
  const { text, cut, size } = bodyOf(world, { body });
  assert.equal(text, 'x'.repeat(256 * 1024 - 1));
  assert.equal(cut, true);
  assert.equal(size, Buffer.byteLength(body));
});

test('of a long compressed body the beginning can be read', (t) => {
  const world = recordedWorld(t);
  const random = randomBytes(300_000).toString('hex');
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  for (const [name, compress] of [
    ['gzip', gzipSync],
    ['br', (text: string) => brotliCompressSync(text, quick)],
    ['zstd', zstdCompressSync],
  ] as const) {
    const body = compress(random);
    assert.ok(body.length > 256 * 1024, 'longer than what is kept');
    const { text, cut } = bodyOf(world, { headers: encoded(name), body });
    assert.equal(cut, true);
    assert.ok(text.length > 200_000 && random.startsWith(text), name);
  }
});

test('a few bytes that stand for a hundred megabytes stay a few bytes', (t) => {
  const world = recordedWorld(t);
  const body = gzipSync(Buffer.alloc(100 * 1024 * 1024));
  const kept = bodyOf(world, { headers: encoded('gzip'), body });
  assert.equal(kept.encoding, 'base64');
  assert.ok(kept.text.length < 256 * 1024);
});
