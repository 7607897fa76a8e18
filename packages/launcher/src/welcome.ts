/**
 * What is on the screen when everything runs: who is where, what to do there,
 * and what to do first.
 */
import { styleText } from 'node:util';
import { ada, grace } from '@four-roles/runtime/people';
import type { Part, PartName } from './part.ts';

/** @param rulesOff the rules that are switched off, in a lab */
export function welcome(
  parts: Part[],
  origins: Record<PartName, string>,
  rulesOff: string[],
): string {
  const nameWidth = Math.max(...parts.map((part) => part.label.length)) + 2;
  const originWidth = Math.max(...parts.map((part) => origins[part.name].length)) + 2;
  const rows = parts.map((part) => {
    const name = styleText(part.color, part.label.padEnd(nameWidth));
    return `  ${name}${origins[part.name].padEnd(originWidth)}${part.whatToDo}`;
  });
  const watched = parts.some(({ name }) => name === 'inspector');
  const first = watched
    ? `open ${origins.inspector}, and watch what you do at the others.`
    : `open ${origins.client} and choose "Continue with Acorn".`;
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
    `  First: ${first}`,
    '  Ctrl-C stops everything.',
    ...rulesOff.map((rule) => `  Switched off, in this lab: ${rule}`),
    '',
  ].join('\n');
}
