/**
 * Where a role keeps the client_id and the client_secret that it was given: a
 * file that only its owner can read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writePrivateFile } from './private-file.ts';

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

export function writeCredentials(file: string, values: Credentials): void {
  writePrivateFile(file, `${JSON.stringify(values, null, 2)}\n`);
}
