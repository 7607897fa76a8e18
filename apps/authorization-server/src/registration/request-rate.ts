/**
 * How often somebody may ask, counted in whole minutes. In memory: a restart
 * begins a new count.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import { LRUCache } from 'lru-cache';
import { registrationRequestsSlowed } from '../rules/client-registration.ts';

export const requestsPerMinute = 60;

/** @returns a function that counts a request, and throws too_many_requests */
export function requestRate(clock: Clock): (key: string) => void {
  const counts = new LRUCache<string, { minute: number; requests: number }>({
    max: 10_000,
  });
  return (key) => {
    const now = seconds(clock);
    const minute = Math.floor(now / 60);
    const before = counts.get(key);
    const requests = before?.minute === minute ? before.requests + 1 : 1;
    counts.set(key, { minute, requests });
    const remaining = requests <= requestsPerMinute ? 0 : 60 - (now % 60);
    check(registrationRequestsSlowed, remaining === 0, {
      expected: 0,
      received: remaining,
    });
  };
}
