import assert from 'node:assert/strict';
import { sign } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { accessTokenType } from '@four-roles/protocol/access-token';
import { signJwt } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import { exportJWK, generateKeyPair } from 'jose';
import {
  idTokenAccessTokenHash,
  idTokenAlgorithm,
  idTokenAudience,
  idTokenIssuer,
  idTokenNonce,
  idTokenNotExpired,
  idTokenSignature,
  idTokenSubject,
  idTokenType,
} from '../src/rules/id-token.ts';
import { Browser } from './browser.ts';
import { acorn } from './stage.ts';

beforeEach(() => acorn.reset());

/** A key of another kind, which the server publishes for somebody else. */
const rsa = await generateKeyPair('RS256', { extractable: true });
acorn.otherKeys.push({
  ...(await exportJWK(rsa.publicKey)),
  kid: 'rsa',
  alg: 'RS256',
  use: 'sig',
});
const { KeyObject } = await import('node:crypto');

async function nobodySignsIn(): Promise<void> {
  const ada = new Browser();
  await ada.signIn();
  assert.equal(await ada.session(), undefined);
}

provesRule(idTokenAlgorithm, async () => {
  acorn.signIdToken = (claims) => {
    const input = [{ alg: 'RS256', kid: 'rsa' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const key = KeyObject.from(rsa.privateKey as never);
    return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
  };
  await nobodySignsIn();
});

provesRule(idTokenType, async () => {
  acorn.signIdToken = (claims) => signJwt(accessTokenType, claims, acorn.key);
  await nobodySignsIn();
});

provesRule(idTokenSignature, async () => {
  const stranger = loadSigningKey(await generatePrivateJwk());
  acorn.signIdToken = (claims) =>
    signJwt('JWT', claims, { ...stranger, kid: acorn.key.kid });
  await nobodySignsIn();
});

test('an unsigned ID token is refused, whatever it says of itself', async () => {
  acorn.signIdToken = (claims) => {
    const part = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  };
  await nobodySignsIn();
});

provesRule(idTokenIssuer, async () => {
  acorn.claims = { iss: 'https://evil.example' };
  await nobodySignsIn();
});

provesRule(idTokenAudience, async () => {
  acorn.claims = { aud: 'another-app' };
  await nobodySignsIn();
});

test('an audience of several is refused: the others are not trusted', async () => {
  acorn.claims = { aud: ['briefing', 'another-app'] };
  await nobodySignsIn();
});

provesRule(idTokenNotExpired, async () => {
  acorn.claims = { exp: Math.floor(Date.now() / 1000) - 1 };
  await nobodySignsIn();
});

provesRule(idTokenNonce, async () => {
  acorn.claims = { nonce: 'of-another-sign-in' };
  await nobodySignsIn();
});

test('an ID token without nonce is refused too', async () => {
  acorn.claims = { nonce: undefined };
  await nobodySignsIn();
});

provesRule(idTokenAccessTokenHash, async () => {
  acorn.claims = { at_hash: 'of-another-token' };
  await nobodySignsIn();
});

provesRule(idTokenSubject, async () => {
  acorn.claims = { sub: '' };
  await nobodySignsIn();
});

test('a key that is new since the last sign-in, a moment ago: one more fetch, and everybody is signed in', async () => {
  const signsIn = async () => {
    const browser = new Browser();
    await browser.signIn();
    assert.ok(await browser.session());
  };
  await signsIn();
  const known = acorn.at('/jwks').length;
  acorn.key = loadSigningKey(await generatePrivateJwk());
  // The fetch takes until all of them have come to need it.
  let redeemed = 0;
  const all = Promise.withResolvers<undefined>();
  acorn.answers.set('/token', () => {
    if (++redeemed === 10) all.resolve(undefined);
    return undefined;
  });
  acorn.answers.set('/jwks', () => all.promise);
  await Promise.all(Array.from({ length: 10 }, signsIn));
  assert.equal(acorn.at('/jwks').length, known + 1);
});

test('where the keys cannot be had, nobody says that the signature is wrong', async () => {
  const { isSignedByKeyIn, keySetAt } = await import('../src/oauth/key-set.ts');
  const { Unreachable } = await import('../src/oauth/send.ts');
  const { issuer } = await import('./stage.ts');
  acorn.answers.set('/other-jwks', () => ({ status: 503, body: {} }));
  const token = signJwt('JWT', {}, acorn.key);
  await assert.rejects(
    isSignedByKeyIn(token, keySetAt(`${issuer}/other-jwks`)),
    Unreachable,
  );
});
