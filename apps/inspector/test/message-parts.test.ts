import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { isNextKey, type PressedKey } from '../src/viewer/controls/next-key.ts';
import { duration } from '../src/viewer/duration.ts';
import { readCookies, readSetCookie } from '../src/viewer/message/cookies.ts';
import { withDates } from '../src/viewer/message/dates-in-text.ts';
import { differences } from '../src/viewer/message/differences.ts';
import { transform } from '../src/viewer/message/proof-key.ts';
import { relativeTime } from '../src/viewer/message/relative-time.ts';
import { verifySignature } from '../src/viewer/message/verify-signature.ts';

describe('PKCE before your eyes', () => {
  it('computes the example of RFC 7636, appendix B', async () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const { bytes, hash, challenge } = await transform(verifier);
    assert.match(bytes, /^64426a66744a655a/);
    assert.match(hash, /^13d31e961a1ad8ec2f16b10c4c982e08/);
    assert.equal(challenge, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });
});

describe('the signature of a JWT', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
  const token = await new SignJWT({ sub: 'ada' })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .sign(privateKey);
  const [, payload, signature] = token.split('.');
  const part = (value: object) => base64url.encode(JSON.stringify(value));

  it('is valid under the key that it names', async () => {
    assert.equal(await verifySignature(token, { keys: [jwk] }), 'valid');
  });

  it('does not match other claims', async () => {
    const changed = `${token.split('.')[0]}.${part({ sub: 'grace' })}.${signature}`;
    assert.equal(await verifySignature(changed, { keys: [jwk] }), 'not valid');
  });

  it('does not choose its algorithm', async () => {
    const header = part({ alg: 'HS256', kid: 'one' });
    const other = `${header}.${payload}.${signature}`;
    assert.equal(await verifySignature(other, { keys: [jwk] }), 'not valid');
    const none = `${part({ alg: 'none' })}.${payload}.`;
    assert.equal(await verifySignature(none, { keys: [jwk] }), 'no signature');
  });

  it('cannot be checked with a key that nobody knows', async () => {
    const others = { keys: [{ ...jwk, kid: 'two' }] };
    assert.equal(await verifySignature(token, others), 'key unknown');
  });

  it('is none where the text is no JWT', async () => {
    assert.equal(await verifySignature('a.b.c', { keys: [jwk] }), 'not valid');
  });
});

describe('where two texts differ', () => {
  const marked = (expected: string, received: string) =>
    differences(expected, received).map((pieces) =>
      pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
    );

  it('is between what they begin and end with', () => {
    const found = marked('http://localhost:9000/callback', 'http://evil:9000/callback');
    const expected = ['http://[localhost]:9000/callback', 'http://[evil]:9000/callback'];
    assert.deepEqual(found, expected);
    assert.deepEqual(marked('abab', 'ab'), ['ab[ab]', 'ab']);
    assert.deepEqual(marked('same', 'same'), ['same', 'same']);
  });

  it('is not marked where they have little in common', () => {
    assert.deepEqual(marked('after 10 (noon)', '9 (night)'), [
      'after 10 (noon)',
      '9 (night)',
    ]);
  });
});

describe('a stretch of time', () => {
  it('is said in its two largest units', () => {
    const said = [0, 999, 1000, 61_000, 600_000, 3_600_000, 604_801_000].map(duration);
    const expected = ['0 ms', '999 ms', '1 s', '1 min 1 s', '10 min', '1 h', '7 d'];
    assert.deepEqual(said, expected);
  });

  it('lies ahead of a moment, or behind it', () => {
    assert.equal(relativeTime(598_000, 0), 'in 9 min 58 s');
    assert.equal(relativeTime(0, 120_500), '2 min ago');
    assert.equal(relativeTime(500, 0), 'at this moment');
  });
});

describe('cookies', () => {
  it('are sent as pairs', () => {
    assert.deepEqual(readCookies('a=1; b=x=y;'), [
      { name: 'a', value: '1' },
      { name: 'b', value: 'x=y' },
    ]);
  });

  it('are set with their attributes', () => {
    assert.deepEqual(readSetCookie('__Host-s=v; HttpOnly; SameSite=Lax; Path=/'), {
      name: '__Host-s',
      value: 'v',
      attributes: [
        { name: 'HttpOnly' },
        { name: 'SameSite', value: 'Lax' },
        { name: 'Path', value: '/' },
      ],
    });
  });
});

describe('the key that lets the next message go', () => {
  const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  const press = (key: string, more: Partial<PressedKey> = {}) =>
    isNextKey({ ...plain, defaultPrevented: false, key, ...more });

  it('is space, or the right arrow', () => {
    assert(press(' ') && press('ArrowRight'));
    assert(!press('Enter') && !press('ArrowLeft'));
    assert(!press('ArrowRight', { altKey: true }));
    assert(!press(' ', { defaultPrevented: true }));
  });

  it('writes in a field, and presses the button that has the focus', () => {
    assert(!press(' ', { on: { tag: 'INPUT' } }));
    assert(!press('ArrowRight', { on: { tag: 'TEXTAREA' } }));
    assert(!press(' ', { on: { tag: 'BUTTON' } }));
    assert(press('ArrowRight', { on: { tag: 'BUTTON' } }));
    assert(!press('ArrowRight', { on: { tag: 'BUTTON', role: 'tab' } }));
    assert(press(' ', { on: { tag: 'SECTION' } }));
  });
});

describe('a number that is a date', () => {
  it('has the date behind it; another number, or a part of one, has not', () => {
    assert.match(withDates('at most 1795381314'), /^at most 1795381314 \(.*2026.*\)$/);
    for (const text of ['600', '17953813140', '1000000000', '61.75 EUR']) {
      assert.equal(withDates(text), text);
    }
  });
});
