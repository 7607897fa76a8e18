/**
 * One HTTP request of the worker, and what a failure to get an answer means.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { timeoutAfter } from '@four-roles/protocol/timeout-after';
import { outgoingTraceparent } from '@four-roles/protocol/trace-context';
import { traceparentHeader } from '@four-roles/protocol/traceparent';
import { TryAgain } from './back-off.ts';

/** Milliseconds. */
const patienceWithOneAnswer = 10_000;

/**
 * Redirects are not followed: whoever could redirect a request could have the
 * secret or the token that it carries sent elsewhere.
 *
 * @throws {TryAgain} where no answer came
 */
export async function send(
  url: string | URL,
  clock: Clock,
  init: RequestInit = {},
  fetch = globalThis.fetch,
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('User-Agent', 'FourRoles-Worker/1');
  headers.set('Accept', 'application/json');
  headers.set(traceparentHeader, outgoingTraceparent());
  const signal = timeoutAfter(clock, patienceWithOneAnswer);
  try {
    return await fetch(url, { ...init, headers, signal, redirect: 'manual' });
  } catch {
    throw new TryAgain(`${new URL(url).origin} does not answer`);
  }
}

/**
 * Busy is not a refusal.
 *
 * @param who begins the sentence: `the token endpoint`
 * @throws {TryAgain} where the answer is "not now", and not "no"
 */
export function throwIfBusy(response: Response, who: string, clock: Clock): void {
  const { status } = response;
  if (!isBusy(status)) return;
  throw new TryAgain(`${who} answered ${status}`, retryAfter(response, clock));
}

/** Does the status say "not now", and not "no"? */
export function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

/**
 * `Retry-After` in milliseconds: it holds seconds or a date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter(response: Response, clock: Clock): number {
  const value = response.headers.get('Retry-After');
  if (value === null) return 0;
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - clock.now();
  return Math.max(0, wait || 0);
}
