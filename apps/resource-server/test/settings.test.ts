/**
 * Settings: what stops the start, and what a switched-off rule does.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { allRules } from '../src/rules/all.ts';
import { origin, startAcorn } from './acorn.ts';

const config = pathToFileURL(resolve(import.meta.dirname, '../src/config.ts'));
const folder = mkdtempSync(join(tmpdir(), 'resource-server-'));
after(() => rmSync(folder, { recursive: true }));

async function readConfigWith(environment: Record<string, string>) {
  const program = `import { readConfig } from '${config}'; readConfig();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env.PATH, DATA_FOLDER: folder, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [stderr, [status]] = await Promise.all([
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status, stderr };
}

test('each wrong setting stops the start with one sentence that names it', async () => {
  const wrong: [string, Record<string, string>][] = [
    ['credentials/acorn-apis.json', {}],
    ['credentials/acorn-apis.json', { REVOCATION_CHECK: 'list' }],
    ['REVOCATION_CHECK', { REVOCATION_CHECK: 'sometimes' }],
    ['RULES_OFF', { RULES_OFF: 'resource-server/signature-is-valid' }],
    ['RULES_OFF', { LAB: 'true', RULES_OFF: 'resource-server/token-is-jwt' }],
    ['LAB', { LAB: 'true', RESOURCE_SERVER_ORIGIN: 'https://apis.example' }],
    ['LAB', { LAB: 'true', AUTHORIZATION_SERVER_ORIGIN: 'https://accounts.example' }],
    [
      'TRACE_RULES',
      { TRACE_RULES: 'true', RESOURCE_SERVER_ORIGIN: 'https://apis.example' },
    ],
    [
      'CLOCK_FILE',
      { CLOCK_FILE: '/tmp/c', RESOURCE_SERVER_ORIGIN: 'https://apis.example' },
    ],
  ];
  await Promise.all(
    wrong.map(async ([name, environment]) => {
      const { status, stderr } = await readConfigWith(environment);
      assert.equal(status, 78, name);
      assert.ok(stderr.includes(name), stderr);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }),
  );
});

test('a rule that is switched off lets the attack through, and only that one', async () => {
  const acorn = startAcorn({ rulesOff: new Set(['audience-is-this-resource']) });
  const token = acorn.token({ aud: `${origin}/gateway` });
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.clock.advance(600);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
});

test('a token that only a switched-off signature rule let in is not remembered as verified', async () => {
  const lab = startAcorn({ rulesOff: new Set(['signature-is-valid']) });
  const [header, claims] = lab.token().split('.');
  const forged = `${header}.${claims}.${'A'.repeat(86)}`;
  assert.equal((await lab.call('/user/userinfo', forged)).status, 200);
  assert.equal((await lab.call('/user/userinfo', forged)).status, 200);
});

test('every rule has a name of its own', () => {
  assert.ok(allRules.length >= 28);
  assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length);
});
