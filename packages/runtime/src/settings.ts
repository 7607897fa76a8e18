/**
 * Settings come from environment variables, once, at start. A wrong one stops
 * the start with its name and an example of a good value.
 */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isLoopback, isProtected } from '@four-roles/protocol/loopback';
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

/**
 * For development and tests: a file that moves this role's clock or stops it (see
 * `sharedClock`). To be used with `onlyOnLoopback`.
 */
export function clockFileSetting() {
  return z.string().min(1).optional().describe('/tmp/four-roles-clock');
}

const roles = ['client', 'authorization-server', 'resource-server', 'worker'] as const;

/**
 * For a lab: rules to be switched off, as `role/id`, with commas between. All
 * roles are given the same list; each takes its own part. To be used with
 * `onlyOnLoopback`.
 *
 * @param rules every rule of this role
 */
export function labSettings(role: (typeof roles)[number], rules: readonly Rule[]) {
  const example = rules.find((rule) => !rule.structural)?.id;
  return {
    LAB: z.literal('true', 'it can only be true').optional().describe('true'),
    RULES_OFF: z
      .string()
      .default('')
      .transform((list, context) => {
        const off = list.split(',').map((name) => name.trim());
        const own = off.filter(Boolean).flatMap((name) => {
          const [, of = '', id = ''] = /^([^/]*)\/(.*)$/.exec(name) ?? [];
          const problem = problemWith(of, id, role, rules);
          if (problem) context.addIssue(`${name} ${problem}`);
          return of === role ? [id] : [];
        });
        return new Set(own);
      })
      .describe(`${role}/${example}`),
  };
}

/** Why `of/id` cannot be switched off; only `role` knows its own rules. */
function problemWith(of: string, id: string, role: string, rules: readonly Rule[]) {
  if (!roles.some((known) => known === of)) {
    return `does not begin with a role (${roles.join(', ')}) and a slash`;
  }
  if (of !== role) return undefined;
  const rule = rules.find((known) => known.id === id);
  if (!rule) return `names a rule that the ${role} does not have`;
  if (rule.structural) return 'is structural: the code behind it cannot do without it';
  return undefined;
}

/**
 * For development: every answer tells, in a header, what the rules of this role
 * said. To be used with `onlyOnLoopback`.
 */
export function traceRulesSetting() {
  return z.literal('true', 'it can only be true').optional().describe('true');
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
    if (settings.TRACE_RULES && !local)
      refuse('TRACE_RULES', `${origin} is not on loopback`);
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
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
