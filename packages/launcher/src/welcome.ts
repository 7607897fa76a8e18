/**
 * What is on the screen when everything runs: who is where, what to do there,
 * and what to do first.
 */
import { styleText } from 'node:util';
import type { Certificates } from '@four-roles/runtime/local-certificates';
import { ada, grace } from '@four-roles/runtime/people';
import type { Part, PartName } from './part.ts';

/**
 * @param rulesOff the rules that are switched off, in a lab
 * @param certificates with which https origins are served
 */
export function welcome(
  parts: Part[],
  origins: Record<PartName, string>,
  rulesOff: string[],
  certificates?: Certificates,
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
    ...trust(certificates?.authorityFile),
    ...rulesOff.map((rule) => `  Switched off, in this lab: ${rule}`),
    '',
  ].join('\n');
}

/** How a browser is told of the authority of this machine; it does so once. */
const told: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n "Four Roles" -i',
  darwin:
    'security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db',
  win32: 'certutil -user -addstore Root',
};

function trust(authorityFile: string | undefined): string[] {
  if (!authorityFile) return [];
  const command = told[process.platform];
  return [
    '',
    '  A browser says "Your connection is not private" until it knows who made the',
    '  certificate: choose "Advanced" and go on, or tell it once, with',
    ...(command ? [`  ${command} ${authorityFile}`] : []),
    '  (Firefox: Settings, Certificates, Authorities, Import). It is good for localhost alone.',
  ];
}
