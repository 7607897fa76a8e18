/** PKCE, RFC 7636. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codeChallengeS256,
  createCodeVerifier,
  isCodeChallengeS256,
  isCodeVerifier,
} from '../src/pkce.ts';

test('the example of RFC 7636 Appendix B', () => {
  assert.equal(
    codeChallengeS256('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'),
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('a verifier is made as section 4.1 recommends, and never twice', () => {
  const verifiers = new Set(Array.from({ length: 1000 }, createCodeVerifier));
  assert.equal(verifiers.size, 1000);
  for (const verifier of verifiers) {
    assert.ok(isCodeVerifier(verifier));
    assert.ok(isCodeChallengeS256(codeChallengeS256(verifier)));
  }
});

test('a verifier has 43 to 128 unreserved characters (section 4.1)', () => {
  assert.ok(isCodeVerifier('a'.repeat(43)));
  assert.ok(isCodeVerifier('-._~'.repeat(32)));
  assert.ok(!isCodeVerifier('a'.repeat(42)));
  assert.ok(!isCodeVerifier('a'.repeat(129)));
  assert.ok(!isCodeVerifier(`${'a'.repeat(43)}+`));
  assert.ok(!isCodeVerifier(`${'a'.repeat(43)}\n`));
});
