/**
 * How often each client may pass, counted in whole minutes. In memory: a
 * restart begins a new count.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { LRUCache } from 'lru-cache';

export const requestsPerMinute = 60;

export type RateLimit = {
  /** Count one request; within the limit? */
  count(client_id: string): { within: boolean; requests: number };
  /** Seconds until the count begins anew. */
  secondsUntilReset(): number;
};

export function rateLimit(clock: Clock): RateLimit {
  const counts = new LRUCache<string, { minute: number; requests: number }>({
    max: 10_000,
  });
  return {
    count(client_id) {
      const minute = Math.floor(seconds(clock) / 60);
      const before = counts.get(client_id);
      const requests = before?.minute === minute ? before.requests + 1 : 1;
      counts.set(client_id, { minute, requests });
      return { within: requests <= requestsPerMinute, requests };
    },
    secondsUntilReset() {
      return 60 - (seconds(clock) % 60);
    },
  };
}
