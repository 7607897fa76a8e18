/**
 * Slowing down whoever guesses. The first failures cost nothing; from then on
 * each one doubles the wait, up to a quarter of an hour.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html
 */

import type { Clock } from '@four-roles/protocol/clock';
import { seconds } from '@four-roles/protocol/clock';
import { check, type Rule } from '@four-roles/protocol/rule';
import type { Storage } from './storage/storage.ts';

const longestWait = 15 * 60;

/** Seconds to wait after so many failures in a row, of which `free` cost nothing. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(2 ** (failures - free), longestWait);
}

/**
 * @param key who guesses at what: `account:ada`, `address:192.0.2.1`
 * @param free how many failures in a row cost nothing
 * @throws {OAuthError} too_many_requests
 */
export async function refuseIfGuessing(
  rule: Rule,
  key: string,
  free: number,
  storage: Storage,
  clock: Clock,
): Promise<void> {
  const { failures, lastFailureAt } = await storage.findFailedAttempts(key);
  const remaining = lastFailureAt + waitAfter(failures, free) - seconds(clock);
  check(rule, failures === 0 || remaining <= 0, {
    expected: 'a wait that is over',
    received: `${remaining} seconds to wait`,
  });
}
