/**
 * Where a role keeps the client_id and the client_secret that it was given: a
 * file that only its owner can read.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const credentials = z.object({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
});

export type Credentials = z.infer<typeof credentials>;

/** `undefined` where there is no such file. */
export function readCredentials(file: string): Credentials | undefined {
  if (!existsSync(file)) return undefined;
  return credentials.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The file is whole at every moment: it is written beside its place, then moved into it. */
export function writeCredentials(file: string, values: Credentials): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
