/**
 * `pnpm dev`, with the real roles and the inspector: what is on the screen, and what is left
 * when it was stopped.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inspector } from '@four-roles/launcher/inspector';
import { freePort, isPortFree } from '@four-roles/launcher/port';
import { cast } from '@four-roles/launcher/role';
import { rootFolder } from '@four-roles/launcher/root-folder';
import { expect, test } from 'playwright/test';

test.skip(process.platform !== 'linux', 'it reads /proc');
test.skip(isNextDevRunning, 'Next.js allows one development server, and one is running');
test.setTimeout(120_000);

test('pnpm dev prints who is where, answers, and leaves no process after Ctrl-C', async ({
  page,
}) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'four-roles-dev-'));
  const parts = [inspector, ...cast];
  const ports = await Promise.all(parts.map(() => freePort()));
  const settings = parts.map(({ originSetting }, index) => {
    return [originSetting, `http://localhost:${ports[index]}`];
  });
  // Ports 100 above free ones need not be free.
  const ownPorts = await Promise.all(cast.map(() => freePort()));
  for (const [index, { portSetting }] of cast.entries()) {
    settings.push([portSetting, String(ownPorts[index])]);
  }
  const dev = spawn(process.execPath, ['packages/launcher/src/dev.ts'], {
    cwd: rootFolder,
    env: { ...process.env, ...Object.fromEntries(settings), DATA_FOLDER: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [dev.stdout, dev.stderr]) {
    stream.on('data', (text) => {
      output += stripVTControlCharacters(String(text));
    });
  }
  const ended = once(dev, 'close');
  try {
    // 1. One table, and the passwords.
    await expect
      .poll(() => output.includes('Ctrl-C stops') || dev.exitCode !== null, {
        timeout: 50_000,
      })
      .toBe(true);
    expect(output).toContain('Ctrl-C stops everything.');
    for (const [index, part] of parts.entries()) {
      expect(output).toMatch(
        new RegExp(`${part.label} +http://localhost:${ports[index]} +\\S`),
      );
    }
    expect(output).toMatch(/Ada +username ada +password note-g-1843/);
    expect(output).toMatch(/Grace +username grace +password compiler-1952/);

    // 2. It works.
    await page.goto(`http://localhost:${ports[1]}/`, { timeout: 45_000 });
    await expect(page.getByRole('link', { name: 'Continue with Acorn' })).toBeVisible();
    await page.goto(`http://localhost:${ports[0]}/`);
    await expect(page).toHaveTitle(/inspector/);
    await page.goto('about:blank');

    // 3. After Ctrl-C there is nothing left of it.
    const groups = childrenOf(dev);
    expect(groups).toHaveLength(parts.length);
    dev.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(groups.filter(isGroupAlive)).toEqual([]);
    for (const port of [...ports, ...ownPorts]) expect(await isPortFree(port)).toBe(true);
  } finally {
    dev.kill('SIGKILL');
    await ended;
    rmSync(dataFolder, { recursive: true });
  }
});

function isNextDevRunning(): boolean {
  const lock = join(rootFolder, 'apps/client/.next/dev/lock');
  try {
    return process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 0);
  } catch {
    return false;
  }
}

/** The parts are its children, and each leads a process group of its own. */
function childrenOf({ pid }: ChildProcess): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(/\) \S (\d+)/.exec(stat)?.[1]);
  } catch {
    return undefined;
  }
}

function isGroupAlive(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}
