import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserArguments, installedBrowser } from '../src/find-browser.ts';

test('finds a browser on the PATH, if it can be run', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const browser = join(folder, 'google-chrome-stable');
  writeFileSync(browser, '#!/bin/sh\n', { mode: 0o644 });
  assert.notEqual(installedBrowser(folder), browser);
  chmodSync(browser, 0o755);
  assert.equal(installedBrowser(folder), browser);
});

test('a browser is started without requests of its own', () => {
  assert.ok(browserArguments().includes('--disable-background-networking'));
});
