/**
 * Which part may know which: the arrows between the parts of this project.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rootFolder } from '../src/root-folder.ts';

const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: rootFolder, encoding: 'utf8' },
)
  .trim()
  .split('\n');

const sources = tracked.filter((file) => /\.tsx?$/.test(file));

function read(file: string): string {
  return readFileSync(join(rootFolder, file), 'utf8');
}

/** What a file imports, types included. */
function importsOf(file: string): string[] {
  const statements = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/g,
  );
  return [...statements].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare!);
}

/** The files that match `pattern` and import something that `forbidden` names. */
function importing(pattern: RegExp, forbidden: RegExp): string[] {
  return sources
    .filter((file) => pattern.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => forbidden.test(target))
        .map((target) => `${file} imports ${target}`),
    );
}

/** Does it import a module of Node.js, or another file that does? Types are no need. */
function needsNode(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const code = read(file).replace(/import type [^;]+;/g, '');
  const targets = [...code.matchAll(/\bfrom\s+'([^']+)'/g)].map(([, target]) => target!);
  return targets.some((target) => {
    if (target.startsWith('node:')) return true;
    const own = /^@four-roles\/(protocol|runtime)\/(.+)$/.exec(target);
    if (own) return needsNode(`packages/${own[1]}/src/${own[2]}.ts`, seen);
    return target.startsWith('.') && needsNode(join(file, '..', target), seen);
  });
}

function containing(files: string[], forbidden: RegExp): string[] {
  return files.filter((file) => forbidden.test(withoutComments(read(file))));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

test('the patterns of this test see what they are to see', () => {
  assert.ok(importsOf('apps/worker/src/app.ts').includes('hono'));
  assert.ok(importsOf('packages/launcher/src/config.ts').includes('./part.ts'));
  assert.ok(sources.length > 50);
});

test('no app imports another app, by name or by path', () => {
  const names =
    /^@four-roles\/(client|authorization-server|resource-server|worker|inspector)\b/;
  assert.deepEqual(importing(/^apps\//, names), []);
  assert.deepEqual(importing(/^apps\//, /(^|\/)apps\//), []);
});

test('no role knows that it is watched', () => {
  const roles = sources.filter((file) =>
    /^apps\/(client|authorization-server|resource-server|worker)\/src\//.test(file),
  );
  assert.deepEqual(containing(roles, /inspector|wiretap/i), []);
});

test('what runs in the browser as the viewer needs nothing of Node.js', () => {
  const entries = sources.filter((file) =>
    /^apps\/inspector\/src\/(viewer|explain|exports)\//.test(file),
  );
  assert.ok(entries.length > 10);
  assert.deepEqual(
    entries.filter((file) => needsNode(file)),
    [],
  );
});

test('a package imports no app', () => {
  const names =
    /^@four-roles\/(client|authorization-server|resource-server|worker|inspector)\b/;
  assert.deepEqual(importing(/^packages\/[^/]+\/src\//, names), []);
});

test('the protocol knows neither the runtime nor any framework', () => {
  const forbidden = /^(@four-roles\/|hono|next|react|drizzle-orm|better-sqlite3|zod)/;
  assert.deepEqual(importing(/^packages\/protocol\/src\//, forbidden), []);
});

test('there is no barrel file', () => {
  assert.deepEqual(
    sources.filter((file) => /(^|\/)index\.tsx?$/.test(file)),
    [],
  );
});

test('only storage/ knows the database', () => {
  const outside =
    /^(apps\/[^/]+\/src\/(?!storage\/)|packages\/(?!runtime\/src\/database\.ts|bench\/)[^/]+\/src\/)/;
  assert.deepEqual(importing(outside, /^(drizzle-orm|better-sqlite3)/), []);
});

test('rules/ is pure: no Hono, no Next.js, no database, no storage', () => {
  const forbidden = /^(hono|@hono\/|next|react|drizzle-orm|better-sqlite3)|\/storage\//;
  assert.deepEqual(importing(/^apps\/[^/]+\/src\/rules\//, forbidden), []);
});

test('grants/ and storage/ know nothing of HTTP', () => {
  const forbidden = /^(hono|@hono\/|next)/;
  assert.deepEqual(importing(/^apps\/[^/]+\/src\/(grants|storage)\//, forbidden), []);
});

test('what the endpoints use calls no endpoint and no page', () => {
  const used =
    /^apps\/[^/]+\/src\/(rules|grants|registration|client-authentication|client-url|signing-keys)\//;
  assert.deepEqual(importing(used, /\/(endpoints|resource-owner|developer)\//), []);
});

test('the console calls no endpoint, and nothing but the route table knows it', () => {
  const console = /^apps\/authorization-server\/src\/developer\//;
  assert.deepEqual(importing(console, /\/(endpoints|grants)\//), []);
  const others = /^apps\/authorization-server\/src\/(?!(developer\/|app\.ts$))/;
  assert.deepEqual(importing(others, /\/developer\//), []);
});

test('a storage sentence calls nothing that asks it', () => {
  const forbidden = /\/(endpoints|resource-owner|developer|grants|session|oauth|app)\//;
  assert.deepEqual(importing(/^apps\/[^/]+\/src\/storage\//, forbidden), []);
});

test('only config.ts reads the environment', () => {
  const others = sources.filter(
    (file) =>
      /^(apps|packages)\/[^/]+\/src\//.test(file) &&
      !/\/config\.ts$/.test(file) &&
      !file.startsWith('packages/bench/') &&
      file !== 'packages/runtime/src/settings.ts',
  );
  // NEXT_RUNTIME is a constant that Next.js puts in when it builds.
  assert.deepEqual(containing(others, /\bprocess\.env\b(?!\.NEXT_RUNTIME)/), []);
});

test('whoever speaks TLS is verified: nothing switches that off', () => {
  const off = /rejectUnauthorized|TLS_REJECT_UNAUTHORIZED|ignoreHTTPSErrors|--insecure\b/;
  const all = tracked.filter((file) => /\.(tsx?|json|ya?ml|sh)$|^\.ci\//.test(file));
  const others = all.filter(
    (file) => file !== 'packages/launcher/test/architecture.test.ts',
  );
  assert.deepEqual(containing(others, off), []);
});

test('only the clock asks the machine for the time of day', () => {
  const others = sources.filter(
    (file) =>
      /^(apps|packages)\/[^/]+\/src\//.test(file) &&
      !file.startsWith('packages/bench/') &&
      // Runs in the browser, where it tells for how long something has been held.
      !file.startsWith('apps/inspector/src/viewer/') &&
      file !== 'packages/protocol/src/clock.ts',
  );
  assert.deepEqual(containing(others, /\bDate\.now\(\)|\bnew Date\(\)/), []);
});

test('no file is called after what it does not say', () => {
  const empty = /(^|\/)(utils?|helpers?|common|services?|managers?)(\.tsx?|\/)/;
  assert.deepEqual(
    sources.filter((file) => empty.test(file)),
    [],
  );
});

test('the root holds only what belongs there', () => {
  const expected = new Set([
    'apps',
    'packages',
    'turbo.json',
    'pnpm-workspace.yaml',
    'package.json',
    'pnpm-lock.yaml',
    'tsconfig.base.json',
    'README.md',
    'LICENSE',
    'CONTRIBUTING.md',
  ]);
  const names = new Set(tracked.map((file) => file.split('/')[0]!));
  const foreign = [...names].filter(
    (name) => !name.startsWith('.') && !expected.has(name),
  );
  assert.deepEqual(foreign, []);
});
