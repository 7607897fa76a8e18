/**
 * The four roles with the inspector in front of them, as under `pnpm dev` but
 * with the client built: what every story of the inspector begins with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspector } from '@four-roles/launcher/inspector';
import { type RunningRoles, startRoles } from '@four-roles/launcher/roles';
import { test as base, expect } from 'playwright/test';
import { certificates, type Scheme, trustAuthority } from './certificates.ts';
import { ada, grace } from './people.ts';
import { disconnectBriefing } from './wire.ts';

export { expect };

export type WatchedWorld = {
  /** Where the inspector's own page is. */
  inspector: string;
  /** Briefing. */
  client: string;
  /** Acorn accounts, the authorization server. */
  accounts: string;
  /** Acorn APIs, the resource server. */
  apis: string;
  /** Nightly. */
  worker: string;
  roles: RunningRoles;
  /** Everything that is recorded, secrets shown, and the state of step mode and clock. */
  recording(): Promise<WatchedRecording>;
  /** Press a button of the inspector: `press('step', { on: true })`, `press('next')`. */
  press(button: string, body?: object): Promise<Record<string, unknown>>;
  /** Back to the seeded state; resolves when the worker has run anew, as it does at the start. */
  reset(): Promise<void>;
  /** Nobody agreed to anything, nothing is held, nothing recorded, the clocks are right. */
  begin(): Promise<void>;
  /** Everything that was printed since this was asked last. */
  said(): string[];
  close(): Promise<void>;
};

/** What the inspector gives at /api/recording, as far as stories need it. */
export type WatchedRecording = {
  run: string;
  exchanges: WatchedExchange[];
  flows: { id: number; kind: string; name: string }[];
  state: {
    step: { on: boolean; only: string; breakpoints: string[] };
    held: { exchange: number; side: 'request' | 'response' }[];
    clock: { movedBy: number; standsAt?: number };
  };
};

type Message = { headers: [name: string, value: string][]; body: { text: string } };

export type WatchedExchange = {
  id: number;
  from: string;
  to: string;
  flow: number;
  noise?: true;
  sentAgain?: number;
  failure?: string;
  /** Missing while its answer is on its way. */
  finishedAt?: number;
  request: Message & { method: string; target: string };
  response?: Message & { status: number };
  verdicts: { rule: { id: string }; passed: boolean }[];
};

type InEachTest = { fromTheBeginning: undefined };
type InEachWorker = { world: WatchedWorld };

export const test = base.extend<InEachTest, InEachWorker>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const world = await createWatchedWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // What the resource owner does begins at Briefing; the inspector is at world.inspector.
  baseURL: async ({ world }, use) => use(world.client),
  fromTheBeginning: [
    async ({ world }, use, testInfo) => {
      await world.begin();
      world.said();
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      const body = world.said().join('\n');
      await testInfo.attach('what was printed', { body, contentType: 'text/plain' });
    },
    { auto: true },
  ],
});

export async function createWatchedWorld(scheme: Scheme = 'http'): Promise<WatchedWorld> {
  if (scheme === 'https') trustAuthority();
  const folder = mkdtempSync(join(tmpdir(), 'four-roles-watched-'));
  let lines: string[] = [];
  let workerHasRun = Promise.withResolvers<void>();
  const roles = await startRoles({
    mode: 'start',
    dataFolder: join(folder, 'data'),
    inspector,
    certificates: scheme === 'https' ? certificates : undefined,
    // It runs once at the start, and then when a story asks for it.
    settings: { WORKER_INTERVAL_SECONDS: '86400' },
    onLine(part, line, stream) {
      lines.push(`${part.name} (${stream}): ${line}`);
      if (part.name === 'worker' && /\brun finished\b/.test(line)) workerHasRun.resolve();
    },
    onDeath: (part, output) => lines.push(`${part.name} ended by itself:\n${output}`),
  });
  await workerHasRun.promise;
  const { client, worker, ...others } = roles.origins;
  const own = others.inspector!;
  const accounts = others['authorization-server'];

  async function press(button: string, body?: object) {
    const response = await fetch(`${own}/api/${button}`, {
      method: 'POST',
      headers: { Origin: own },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${button}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }

  return {
    ...{ inspector: own, client, accounts, apis: others['resource-server'], worker },
    roles,
    async recording() {
      const response = await fetch(`${own}/api/recording`);
      return (await response.json()) as WatchedRecording;
    },
    press,
    async reset() {
      workerHasRun = Promise.withResolvers();
      await press('reset');
      await workerHasRun.promise;
    },
    async begin() {
      await press('step', { on: false, only: 'everything', breakpoints: [] });
      await press('run');
      await press('clock', { backToNow: true });
      for (const person of [ada, grace]) await disconnectBriefing({ accounts }, person);
      await press('clear');
    },
    said() {
      const said = lines;
      lines = [];
      return said;
    },
    async close() {
      await roles.stopAll();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Let the worker do its jobs, and wait until it has done them. */
export async function runWorker(world: WatchedWorld): Promise<void> {
  const runs = async () => {
    const { exchanges } = await world.recording();
    const asked = exchanges.filter(({ request }) => request.target === '/runs');
    return asked.filter(({ finishedAt }) => finishedAt !== undefined).length;
  };
  const before = await runs();
  await world.press('worker');
  await expect.poll(runs).toBe(before + 1);
}

/** How many messages there are to see: each exchange is a request and its answer. */
export async function messagesIn(world: WatchedWorld): Promise<number> {
  const { exchanges } = await world.recording();
  return exchanges.filter(({ noise }) => !noise).length * 2;
}

/** Wait until whatever was asked has its answer: a page may be read before its last byte came. */
export async function everythingAnswered(world: WatchedWorld): Promise<void> {
  const underWay = async () => {
    const { exchanges } = await world.recording();
    return exchanges.filter(({ finishedAt }) => finishedAt === undefined);
  };
  await expect.poll(underWay).toEqual([]);
}
