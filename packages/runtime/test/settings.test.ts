/** Settings: a wrong one stops the start with its name and a good example. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Rule } from '@four-roles/protocol/rule';
import { z } from 'zod';
import {
  clockFileSetting,
  labSettings,
  onlyOnLoopback,
  traceRulesSetting,
} from '../src/development-settings.ts';
import {
  dataFolderSetting,
  originSetting,
  portOf,
  portSetting,
  readSettings,
} from '../src/settings.ts';

const rule: Rule = {
  id: 'a-rule',
  spec: 'RFC 6749, section 3.1',
  level: 'MUST',
  says: '',
  stops: '',
  fix: '',
  error: 'invalid_request',
};
const schema = z
  .object({
    ORIGIN: originSetting('http://localhost:9001'),
    PORT: portSetting(),
    CLOCK_FILE: clockFileSetting(),
    TRACE_RULES: traceRulesSetting(),
    ...labSettings('worker', [
      rule,
      { ...rule, id: 'a-structural-rule', structural: true },
    ]),
  })
  .superRefine(onlyOnLoopback('ORIGIN'));

/** What is wrong with these settings: the names. */
const wrong = (environment: Record<string, string>) =>
  schema.safeParse(environment).error?.issues.map((issue) => issue.path[0]) ?? [];

test('with nothing set, everything has a value', () => {
  const settings = readSettings(schema, {});
  assert.equal(settings.ORIGIN, 'http://localhost:9001');
  assert.equal(settings.RULES_OFF.size, 0);
});

test('an origin has no path, and a port is a number', () => {
  for (const ORIGIN of ['localhost:9001', 'http://localhost:9001/', 'http://a/b', '']) {
    assert.deepEqual(wrong({ ORIGIN }), ['ORIGIN'], ORIGIN);
  }
  for (const PORT of ['x', '0', '65536', '1.5'])
    assert.deepEqual(wrong({ PORT }), ['PORT']);
  assert.equal(portOf('http://localhost:9001'), 9001);
  assert.equal(portOf('https://acorn.example'), 443);
});

test('the data folder may be missing, but is no file, nor inside one', () => {
  const schema = z.object({ DATA_FOLDER: dataFolderSetting() });
  const isGood = (DATA_FOLDER: string) => schema.safeParse({ DATA_FOLDER }).success;
  const file = import.meta.filename;
  const folder = import.meta.dirname;
  for (const good of [folder, join(folder, 'a/b')]) assert.ok(isGood(good), good);
  for (const bad of [file, join(file, 'a/b')]) assert.ok(!isGood(bad), bad);
});

test('beyond this machine an origin is https: plain HTTP is for loopback only', () => {
  for (const ORIGIN of ['http://acorn.example', 'http://192.0.2.1:9001', 'ftp://a']) {
    assert.deepEqual(wrong({ ORIGIN }), ['ORIGIN'], ORIGIN);
  }
  for (const ORIGIN of [
    'https://acorn.example',
    'https://localhost:9001',
    'http://127.0.0.1:9001',
    'http://[::1]:9001',
  ]) {
    assert.deepEqual(wrong({ ORIGIN }), [], ORIGIN);
  }
  const { message } = schema.safeParse({ ORIGIN: 'http://acorn.example' }).error!
    .issues[0]!;
  assert.match(message, /^plain HTTP is for loopback only/);
});

test('what is for development and labs exists on loopback only', () => {
  const ORIGIN = 'https://acorn.example';
  assert.deepEqual(wrong({ CLOCK_FILE: '/tmp/clock' }), []);
  assert.deepEqual(wrong({ ORIGIN, CLOCK_FILE: '/tmp/clock' }), ['CLOCK_FILE']);
  assert.deepEqual(wrong({ TRACE_RULES: 'true' }), []);
  assert.deepEqual(wrong({ TRACE_RULES: 'false' }), ['TRACE_RULES']);
  assert.deepEqual(wrong({ ORIGIN, TRACE_RULES: 'true' }), ['TRACE_RULES']);
  assert.deepEqual(wrong({ LAB: 'true', RULES_OFF: 'worker/a-rule' }), []);
  assert.deepEqual(wrong({ ORIGIN, LAB: 'true', RULES_OFF: 'worker/a-rule' }), ['LAB']);
});

test('a rule is switched off only in a lab, only if it exists, and never a structural one', () => {
  assert.deepEqual(wrong({ RULES_OFF: 'worker/a-rule' }), ['RULES_OFF']);
  assert.deepEqual(wrong({ LAB: 'true', RULES_OFF: 'worker/no-such-rule' }), [
    'RULES_OFF',
  ]);
  assert.deepEqual(wrong({ LAB: 'true', RULES_OFF: 'worker/a-structural-rule' }), [
    'RULES_OFF',
  ]);
});

test('all roles are given one list: each takes its own part of it', () => {
  const RULES_OFF = 'client/some-rule, worker/a-rule,authorization-server/a-rule';
  const settings = readSettings(schema, { LAB: 'true', RULES_OFF });
  assert.deepEqual([...settings.RULES_OFF], ['a-rule']);
  assert.deepEqual(wrong({ RULES_OFF: 'client/some-rule' }), []);
});

test('a rule that cannot be switched off is named, with the reason', () => {
  const message = (RULES_OFF: string) =>
    schema.safeParse({ LAB: 'true', RULES_OFF }).error?.issues[0]?.message;
  for (const [name, reason] of [
    ['a-rule', /^a-rule does not begin with a role/],
    ['waiter/a-rule', /^waiter\/a-rule does not begin with a role/],
    ['worker/b-rule', /^worker\/b-rule names a rule that the worker does not have/],
    ['worker/a-structural-rule', /^worker\/a-structural-rule is structural/],
  ] as const) {
    assert.match(message(`client/a-rule,${name}`)!, reason);
  }
});

test('a wrong setting stops the start with its name and an example', () => {
  const main = join(
    import.meta.dirname,
    '../../../apps/authorization-server/src/main.ts',
  );
  const { status, stderr } = spawnSync(process.execPath, [main], {
    env: { ...process.env, CLIENT_ORIGIN: 'localhost' },
    encoding: 'utf8',
  });
  assert.equal(status, 78);
  assert.equal(
    stderr,
    'The setting CLIENT_ORIGIN is wrong: it is not an origin (scheme, host and port, ' +
      'without a path). For example: CLIENT_ORIGIN=http://localhost:9000\n',
  );
});
