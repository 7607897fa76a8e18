/**
 * What every story begins with: the four roles running, a browser that nobody
 * has used, and people who have agreed to nothing yet.
 */
import { test as base, expect } from 'playwright/test';
import type { Scheme } from './certificates.ts';
import { ada, grace } from './people.ts';
import { disconnectBriefing } from './wire.ts';
import { createWorld, type World } from './world.ts';

export { expect };

type InEachTest = { nothingAgreed: undefined };
export type InEachWorker = { scheme: Scheme; world: World };

export const test = base.extend<InEachTest, InEachWorker>({
  scheme: ['http', { scope: 'worker', option: true }],
  world: [
    async ({ scheme }, use) => {
      const world = await createWorld(scheme);
      await use(world);
      await world.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ world }, use) => use(world.client),
  nothingAgreed: [
    async ({ world }, use, testInfo) => {
      await Promise.all([ada, grace].map((person) => disconnectBriefing(world, person)));
      world.backChannel.exchanges.length = 0;
      world.said();
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      const body = world.said().join('\n');
      await testInfo.attach('what the roles said', { body, contentType: 'text/plain' });
    },
    { auto: true },
  ],
});
