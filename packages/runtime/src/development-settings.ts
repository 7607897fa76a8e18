/**
 * What makes a role a thing to look into: a clock that stands still, its rules
 * told, or switched off. None of it where others can reach the role.
 */
import { isLoopback } from '@four-roles/protocol/loopback';
import type { Rule } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { isOrigin } from './settings.ts';

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
    const reachable = !isLoopback(new URL(address));
    for (const name of ['CLOCK_FILE', 'TRACE_RULES', 'LAB']) {
      if (settings[name] && reachable) refuse(name, `${origin} is not on loopback`);
    }
    const off = settings.RULES_OFF as Set<string> | undefined;
    if (off?.size && !settings.LAB) refuse('RULES_OFF', 'it needs LAB=true beside it');
  };
}
