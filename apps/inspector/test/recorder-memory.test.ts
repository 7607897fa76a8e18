import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { test } from 'node:test';

const aMegabyte = 1024 * 1024;
const mostMegabytes = 150;

test(`ten thousand exchanges take less than ${mostMegabytes} MB, and more take no more`, (t) => {
  const program = resolve(import.meta.dirname, 'record-ten-thousand.ts');
  const output = execFileSync(process.execPath, ['--expose-gc', program]);
  const { exchanges, ...bytes } = JSON.parse(String(output));
  assert.equal(exchanges, 10_000);
  for (const [when, used] of Object.entries<number>(bytes)) {
    const megabytes = Math.round(used / aMegabyte);
    t.diagnostic(`${when}: ${megabytes} MB`);
    assert.ok(megabytes < mostMegabytes, `${when}: ${megabytes} MB`);
  }
});
