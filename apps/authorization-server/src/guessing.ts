/**
 * Slowing down whoever guesses. The first failures in a row cost nothing; from
 * then on each one doubles the wait, up to a quarter of an hour. A quiet hour
 * forgives everything.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check, type Rule } from '@four-roles/protocol/rule';
import type { Storage } from './storage/storage.ts';

const longestWait = 15 * 60;

/** Seconds to wait after so many failures in a row, of which `free` cost nothing. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(2 ** (failures - free), longestWait);
}

/**
 * Refuse whoever still has to wait; the evidence says for how many seconds.
 *
 * @param key who guesses at what: `address:192.0.2.1`
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
  const now = seconds(clock);
  const { failures, lastFailureAt } = await storage.findFailedAttempts(key, now);
  const remaining = Math.max(0, lastFailureAt + waitAfter(failures, free) - now);
  check(rule, failures === 0 || remaining === 0, { expected: 0, received: remaining });
}
