/**
 * Security events on their way to the file. What happens often is written in
 * batches, one commit for many: a quarter of a second later, or as soon as two
 * hundred are waiting.
 *
 * A refusal is written with its batch as well. When the same is refused again,
 * it is only counted, and the count is written when the minute is over: who
 * sends a million bad requests fills no disk.
 */
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import type { NewSecurityEvent } from './security-events.ts';

const batchMilliseconds = 250;
const countMilliseconds = 60_000;
const largestBatch = 200;
/** What waits while nothing can be written, on a full disk say, has an end as well. */
const mostWaiting = 10_000;

/** @param write all of them, in one transaction */
export function eventBatch(write: (events: NewSecurityEvent[]) => void) {
  let waiting: NewSecurityEvent[] = [];
  /** By what makes two refusals the same. With a count of 0 where the first was written. */
  const counted = new Map<string, NewSecurityEvent>();
  const batchEnds = timer(batchMilliseconds, writeWaiting);
  const minuteEnds = timer(countMilliseconds, writeAll);

  /** @throws where it cannot be written; then it all goes on waiting */
  function writeWaiting(): void {
    if (waiting.length === 0) return;
    write(waiting);
    const written = new Set(waiting);
    waiting = [];
    for (const [key, event] of counted) {
      if (written.has(event)) counted.set(key, { ...event, count: 0 });
    }
  }

  /** What was counted waits with the rest, and counting begins anew. */
  function gatherCounts(): void {
    const again = [...counted.values()].filter(({ count }) => count > 0);
    counted.clear();
    waiting = [...new Set([...waiting, ...again])];
  }

  function writeAll(): void {
    gatherCounts();
    writeWaiting();
  }

  function add(event: NewSecurityEvent): void {
    waiting.push(event);
    if (waiting.length > mostWaiting) waiting.shift();
    batchEnds.start();
    if (waiting.length % largestBatch === 0) batchEnds.now();
  }

  return {
    add,
    /** A refusal: the same one again is only counted. */
    count(event: NewSecurityEvent): void {
      const { event: name, clientId, subject, rule, details } = event;
      const key = JSON.stringify([name, clientId, subject, rule, details]);
      const same = counted.get(key);
      if (same) Object.assign(same, event, { count: same.count + 1 });
      else {
        counted.set(key, event);
        add(event);
        minuteEnds.start();
      }
    },
    /** Now, after all that came before it. */
    writeAtOnce(event: NewSecurityEvent): void {
      gatherCounts();
      waiting.push(event);
      writeWaiting();
    },
    writeAll,
    /** As `writeAll`, for the end: where it cannot be written, only the log says so. */
    finish: minuteEnds.now,
  };
}

/** Runs once after it was started, and then may be started anew; keeps no process alive. */
function timer(milliseconds: number, task: () => void) {
  let pending: NodeJS.Timeout | undefined;
  function now(): void {
    clearTimeout(pending);
    pending = undefined;
    try {
      task();
    } catch (error) {
      logUnforeseen(error, 'writing the record of security events');
      start();
    }
  }
  function start(): void {
    pending ??= setTimeout(now, milliseconds).unref();
  }
  return { start, now };
}
