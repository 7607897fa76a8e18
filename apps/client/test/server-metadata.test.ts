import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import {
  discoveryWellFormed,
  endpointsOverTls,
  metadataIssuerMatches,
  s256Supported,
} from '../src/rules/server-metadata.ts';
import { acorn, issuer, metadata } from './stage.ts';

const { discover, requestServerMetadata } = await import(
  '../src/oauth/authorization-server-metadata.ts'
);
const { Unreachable } = await import('../src/oauth/send.ts');
const path = '/.well-known/oauth-authorization-server';

beforeEach(() => acorn.reset());

async function refused(changed: object): Promise<void> {
  acorn.answers.set(path, () => ({ status: 200, body: { ...metadata, ...changed } }));
  await assert.rejects(requestServerMetadata(issuer));
}

provesRule(discoveryWellFormed, () => refused({ token_endpoint: undefined }));

provesRule(metadataIssuerMatches, () => refused({ issuer: 'https://evil.example' }));

provesRule(endpointsOverTls, () =>
  refused({ token_endpoint: 'http://acorn.example/token' }),
);

provesRule(s256Supported, () => refused({ code_challenge_methods_supported: ['plain'] }));

test('a redirect of the metadata is not followed', async () => {
  const headers = { Location: 'https://evil.example/metadata' };
  acorn.answers.set(path, () => ({ status: 302, body: {}, headers }));
  await assert.rejects(requestServerMetadata(issuer), Unreachable);
});

test('metadata is asked for once, by a client that says who it is', async () => {
  await discover(issuer);
  await discover(issuer);
  assert.equal(acorn.at(path).length, 1);
  assert.equal(acorn.at(path)[0]?.headers['user-agent'], 'FourRoles-Client/1');
});

test('a failure is not kept: the next one who asks may be luckier', async () => {
  const { moveClock } = await import('./stage.ts');
  moveClock(601);
  acorn.answers.set(path, () => ({ status: 503, body: {} }));
  await assert.rejects(discover(issuer), Unreachable);
  acorn.answers.clear();
  assert.equal((await discover(issuer)).issuer, issuer);
});
