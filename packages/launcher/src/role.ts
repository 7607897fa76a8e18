/**
 * The cast: the four roles, where each stands, and how it is started. Name,
 * port and colour of a role never change.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { appFolder, type Part } from './part.ts';

export type RoleName = 'authorization-server' | 'resource-server' | 'client' | 'worker';

export type Role = Part & { name: RoleName };

export const cast: Role[] = [
  {
    name: 'client',
    label: 'client',
    color: 'blue',
    originSetting: 'CLIENT_ORIGIN',
    portSetting: 'CLIENT_PORT',
    whatToDo: 'Briefing: sign in here with "Continue with Acorn"',
    folder: appFolder('client'),
    program: (mode, port) =>
      mode === 'dev'
        ? [nextCli(), 'dev', '-p', String(port), '-H', '127.0.0.1']
        : ['src/main.ts'],
  },
  {
    name: 'authorization-server',
    label: 'authorization server',
    color: 'red',
    originSetting: 'AUTHORIZATION_SERVER_ORIGIN',
    portSetting: 'AUTHORIZATION_SERVER_PORT',
    whatToDo:
      'Acorn accounts: see what you agreed to, at /account; register apps, at /developer',
    folder: appFolder('authorization-server'),
    program: () => ['src/main.ts'],
  },
  {
    name: 'resource-server',
    label: 'resource server',
    color: 'green',
    originSetting: 'RESOURCE_SERVER_ORIGIN',
    portSetting: 'RESOURCE_SERVER_PORT',
    whatToDo: 'Acorn APIs: call /user/messages without a token, and be refused',
    folder: appFolder('resource-server'),
    program: () => ['src/main.ts'],
  },
  {
    name: 'worker',
    label: 'worker',
    color: 'magenta',
    originSetting: 'WORKER_ORIGIN',
    portSetting: 'WORKER_PORT',
    whatToDo: 'Nightly: see calls that need no person, press "Run now"',
    folder: appFolder('worker'),
    program: () => ['src/main.ts'],
  },
];

function nextCli(): string {
  const manifest = join(appFolder('client'), 'package.json');
  const next = createRequire(manifest).resolve('next/package.json');
  const cli = join(next, '../dist/bin/next');
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run \`npx -y pnpm install\``);
  return cli;
}
