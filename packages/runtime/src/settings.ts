/**
 * Settings come from environment variables, once, at start. A wrong one stops
 * the start with its name and an example of a good value.
 */
import { resolve } from 'node:path';
import { isLoopback } from '@four-roles/protocol/loopback';
import type { Rule } from '@four-roles/protocol/rule';
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

/** An origin such as http://localhost:9001: a scheme, a host and perhaps a port, no more. */
export function originSetting(standard: string) {
  return z
    .string()
    .refine(isOrigin, 'it is not an origin (scheme, host and port, without a path)')
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
    .describe('/var/lib/four-roles');
}

/**
 * For development and tests: a file that moves this role's clock. To be used
 * with `onlyOnLoopback`.
 */
export function clockFileSetting() {
  return z.string().min(1).optional().describe('/tmp/four-roles-clock');
}

/**
 * For a lab: rules to be switched off, by id, with commas between. To be used
 * with `onlyOnLoopback`.
 */
export function labSettings(rules: readonly Rule[]) {
  const known = new Set(rules.filter((rule) => !rule.structural).map((rule) => rule.id));
  return {
    LAB: z.literal('true', 'it can only be true').optional().describe('true'),
    RULES_OFF: z
      .string()
      .default('')
      .transform((ids) => new Set(ids.split(',').filter(Boolean)))
      .refine(
        (ids) => ids.isSubsetOf(known),
        'it names a rule that cannot be switched off',
      )
      .describe([...known].slice(0, 2).join(',')),
  };
}

/**
 * A refinement for `z.object(...).superRefine(...)`: what is a convenience in
 * development, or a lab, must not exist where others can reach it.
 *
 * @param origin the name of the setting that holds this role's own origin
 */
export function onlyOnLoopback(origin: string) {
  return (settings: Record<string, unknown>, context: z.RefinementCtx) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    const address = String(settings[origin]);
    if (!isOrigin(address)) return;
    const local = isLoopback(new URL(address));
    if (settings.CLOCK_FILE && !local)
      refuse('CLOCK_FILE', `${origin} is not on loopback`);
    if (settings.LAB && !local) refuse('LAB', `${origin} is not on loopback`);
    const off = settings.RULES_OFF as Set<string> | undefined;
    if (off?.size && !settings.LAB) refuse('RULES_OFF', 'it needs LAB=true beside it');
  };
}

/** The port that an origin stands for. */
export function portOf(origin: string): number {
  const { port, protocol } = new URL(origin);
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
