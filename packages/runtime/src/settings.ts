/**
 * Settings come from environment variables, once, at start. A wrong one stops
 * the start with its name and an example of a good value.
 */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isProtected } from '@four-roles/protocol/loopback';
import { z } from 'zod';

/**
 * Parse the environment, or say what is wrong with it and exit with status 78.
 *
 * @param schema one member for each variable; its description is an example of a good value
 */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  environment: NodeJS.ProcessEnv = process.env,
): z.infer<Schema> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const name = String(issue.path[0]);
    const example = (schema.shape[name] as z.ZodType | undefined)?.description;
    const hint = example ? ` For example: ${name}=${example}` : '';
    console.error(`The setting ${name} is wrong: ${issue.message}.${hint}`);
  }
  process.exit(78);
}

/**
 * An origin such as http://localhost:9001: a scheme, a host and perhaps a port, no more.
 * Passwords, codes and tokens go there: beyond this machine only where nobody can listen.
 */
export function originSetting(standard: string) {
  return z
    .string()
    .refine(isOrigin, 'it is not an origin (scheme, host and port, without a path)')
    .refine((origin) => !isOrigin(origin) || isProtected(new URL(origin)), {
      error: 'plain HTTP is for loopback only, and for any other host it has to be https',
    })
    .default(standard)
    .describe(standard);
}

/** A TCP port; where it is not set, it is the port of the origin. */
export function portSetting() {
  return z.coerce
    .number('it is not a number')
    .int('it is not a whole number')
    .min(1, 'it is not a port number')
    .max(65535, 'it is not a port number')
    .optional()
    .describe('9101');
}

/**
 * The folder that holds every file of state; `.data` at the root of the project by default.
 *
 * @param root the root of the project; a bundler, which moves this file, has to say it
 */
export function dataFolderSetting(root = resolve(import.meta.dirname, '../../..')) {
  return z
    .string()
    .default(resolve(root, '.data'))
    .transform((folder) => resolve(folder))
    .refine(isFolderOrNothing, 'it is a file, or is inside one')
    .describe('/var/lib/four-roles');
}

/** What is not there yet can be made, unless it would be inside a file. */
function isFolderOrNothing(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return path === dirname(path) || isFolderOrNothing(dirname(path));
  }
}

/** The port that an origin stands for. */
export function portOf(origin: string): number {
  const { port, protocol } = new URL(origin);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
