/**
 * At start the other servers may not be up yet: wait for them, and say so
 * once.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { authorizationServerMetadataUrl } from '@four-roles/protocol/authorization-server-metadata';
import type { Clock } from '@four-roles/protocol/clock';
import { protectedResourceMetadataUrl } from '@four-roles/protocol/protected-resource-metadata';
import { send } from './send.ts';

const askEvery = 1000;

/**
 * Resolves when both answer, or rejects when `stopping` is aborted.
 *
 * @param print where it says that it waits
 */
export async function firstContact(
  issuer: string,
  resource: string,
  clock: Clock,
  stopping: AbortSignal,
  print: (line: string) => void,
): Promise<void> {
  const urls = [
    authorizationServerMetadataUrl(issuer),
    protectedResourceMetadataUrl(resource),
  ];
  for (const url of urls) {
    for (let asked = 0; !(await answers(url, clock)); asked++) {
      if (asked === 0) print(`waiting for ${new URL(url).origin}`);
      await wait(askEvery, undefined, { signal: stopping });
    }
  }
}

async function answers(url: string, clock: Clock): Promise<boolean> {
  return send(url, clock).then(
    (response) => response.ok,
    () => false,
  );
}
