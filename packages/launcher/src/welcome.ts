/**
 * What is on the screen when everything runs: who is where, what to do there,
 * and what to do first.
 */
import { styleText } from 'node:util';
import { ada, grace } from './people.ts';
import type { Role, RoleName } from './role.ts';

/** @param rulesOff the rules that are switched off, in a lab */
export function welcome(
  roles: Role[],
  origins: Record<RoleName, string>,
  rulesOff: string[],
): string {
  const nameWidth = Math.max(...roles.map((role) => role.label.length)) + 2;
  const originWidth = Math.max(...roles.map((role) => origins[role.name].length)) + 2;
  const rows = roles.map((role) => {
    const name = styleText(role.color, role.label.padEnd(nameWidth));
    return `  ${name}${origins[role.name].padEnd(originWidth)}${role.whatToDo}`;
  });
  const people = [ada, grace].map(
    ({ name, username, password }) =>
      `  ${name.split(' ')[0]!.padEnd(nameWidth)}${`username ${username}`.padEnd(originWidth)}password ${password}`,
  );
  return [
    '',
    ...rows,
    '',
    ...people,
    '',
    `  First: open ${origins.client} and choose "Continue with Acorn".`,
    '  Ctrl-C stops everything.',
    ...rulesOff.map((rule) => `  Switched off, in this lab: ${rule}`),
    '',
  ].join('\n');
}
