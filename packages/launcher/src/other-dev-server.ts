/**
 * Next.js allows one development server for each folder, and says so at
 * length; here it is found before anything is started.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PlainError } from './plain-error.ts';
import { isPortFree } from './port.ts';
import type { Role } from './role.ts';

/** What a running `next dev` keeps there. */
const lock = z.object({ pid: z.number(), port: z.number(), appUrl: z.string() });

/** @throws {PlainError} naming the one that runs */
export async function checkNoOtherDevServer(role: Role): Promise<void> {
  const other = lockOf(role);
  if (!other || !isAlive(other.pid) || (await isPortFree(other.port))) return;
  throw new PlainError(
    `The ${role.label} of this checkout runs for development already, at ${other.appUrl} ` +
      `(process ${other.pid}), and Next.js allows that once: stop that one first.`,
  );
}

function lockOf(role: Role): z.infer<typeof lock> | undefined {
  try {
    const text = readFileSync(join(role.folder, '.next/dev/lock'), 'utf8');
    return lock.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
