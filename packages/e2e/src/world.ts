/**
 * The four roles, running: with data, ports and a clock of their own.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@four-roles/launcher/port';
import { type RunningRoles, startRoles } from '@four-roles/launcher/roles';
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import { type ClockState, systemClock, writeClock } from '@four-roles/protocol/clock';
import { type BackChannel, listenIn } from './back-channel.ts';
import { certificates, type Scheme, trustAuthority } from './certificates.ts';

export type World = {
  /** Briefing. */
  client: string;
  /** Acorn accounts, the authorization server. */
  accounts: string;
  /** Acorn APIs, the resource server. */
  apis: string;
  /** Nightly. */
  worker: string;
  roles: RunningRoles;
  backChannel: BackChannel;
  /** Move the clock of all roles forward; it never goes back. */
  passTime(seconds: number): void;
  /** No time passes any more but by `passTime`, until what is returned is called. */
  holdTime(): () => void;
  /** What `pnpm dev` gave to a client, or the client got for itself when it registered. */
  credentialsOf(
    client: 'briefing' | 'nightly' | 'acorn-apis',
  ): ClientCredentials & { registration_access_token?: string };
  /** Everything that the roles printed since this was asked last. */
  said(): string[];
  close(): Promise<void>;
};

export async function createWorld(scheme: Scheme): Promise<World> {
  if (scheme === 'https') trustAuthority();
  const folder = mkdtempSync(join(tmpdir(), 'four-roles-'));
  const dataFolder = join(folder, 'data');
  const clockFile = join(folder, 'clock');
  const accountsPort = await freePort();
  const privatePort = await freePort();
  const backChannel = await listenIn(scheme, accountsPort, privatePort);
  let lines: string[] = [];
  const workerHasRun = Promise.withResolvers<void>();

  const roles = await startRoles({
    mode: 'start',
    dataFolder,
    origins: { 'authorization-server': `${scheme}://localhost:${accountsPort}` },
    ports: { 'authorization-server': privatePort },
    clockFile,
    certificates: scheme === 'https' ? certificates : undefined,
    // It runs once at the start, and then when a story asks for it.
    settings: { WORKER_INTERVAL_SECONDS: '86400' },
    onLine(role, line, stream) {
      lines.push(`${role.name} (${stream}): ${line}`);
      if (role.name === 'worker' && /\brun finished\b/.test(line)) workerHasRun.resolve();
    },
    onDeath: (role, output) => lines.push(`${role.name} ended by itself:\n${output}`),
  });

  await workerHasRun.promise;

  let clock: ClockState = { movedBy: 0 };
  const setClock = (state: ClockState) => {
    clock = state;
    writeClock(clockFile, state);
  };
  return {
    client: roles.origins.client,
    accounts: roles.origins['authorization-server'],
    apis: roles.origins['resource-server'],
    worker: roles.origins.worker,
    roles,
    backChannel,
    passTime(seconds) {
      const { movedBy, standsAt } = clock;
      const passed = seconds * 1000;
      setClock(
        standsAt === undefined
          ? { movedBy: movedBy + passed }
          : { movedBy, standsAt: standsAt + passed },
      );
    },
    holdTime() {
      setClock({ ...clock, standsAt: systemClock.now() + clock.movedBy });
      return () => setClock({ movedBy: (clock.standsAt ?? 0) - systemClock.now() });
    },
    credentialsOf(client) {
      const file = join(dataFolder, 'credentials', `${client}.json`);
      return JSON.parse(readFileSync(file, 'utf8'));
    },
    said() {
      const said = lines;
      lines = [];
      return said;
    },
    async close() {
      await roles.stopAll();
      backChannel.close();
      rmSync(folder, { recursive: true });
    },
  };
}
