/**
 * GET /api/events
 *
 * The recording as it grows. Whoever comes back says with Last-Event-ID, or
 * `?after=`, what they heard last, and is told only what changed since: each
 * exchange once, as it is now.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: text/event-stream
 *
 *     event: state
 *     id: 5f0c9a-7
 *     data: { "run": "5f0c9a", "step": { "on": false, ... }, "held": [], ... }
 *
 *     event: exchange
 *     id: 5f0c9a-8
 *     data: { "id": 4, "from": "browser", "to": "client", ... }
 *
 *     event: caught-up
 *     id: 5f0c9a-8
 *     data: {}
 *
 * `caught-up` comes once: that was everything that was there already.
 *
 * Nothing waits in a queue for a slow reader: when it can read again it is told
 * how things are then.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Handler } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Change, LiveRecording } from '../recording/recording.ts';
import { withoutLongBodies } from './exchange.ts';

/** Milliseconds. Whoever hears nothing for longer may think that nobody is there. */
const heartbeat = 15_000;
/** Milliseconds that changes are gathered before they are told. */
const pace = 20;

/** @param stopping when it is aborted, every stream ends */
export function events(recording: LiveRecording, stopping: AbortSignal): Handler {
  return (c) => {
    const heard = c.req.header('Last-Event-ID') ?? c.req.query('after') ?? '';
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const ended = AbortSignal.any([gone.signal, stopping]);
      await tell(recording, heard, stream, ended);
    });
  };
}

async function tell(
  recording: LiveRecording,
  lastHeard: string,
  stream: SSEStreamingApi,
  ended: AbortSignal,
): Promise<void> {
  const changes = bell();
  const unsubscribe = recording.subscribe(changes.ring);
  let heard = lastHeard;
  let state = '';
  let caughtUp = false;
  try {
    while (!ended.aborted) {
      changes.silence();
      for (const change of recording.catchUp(heard)) {
        if (ended.aborted) return;
        if (change.type !== 'state') heard = change.id;
        const data = dataOf(change);
        if (change.type === 'state' && data === state) continue;
        if (change.type === 'state') state = data;
        heard ||= `${recording.state().run}-0`;
        await stream.writeSSE({ event: change.type, id: heard, data });
      }
      if (!caughtUp) await stream.writeSSE({ event: 'caught-up', id: heard, data: '{}' });
      caughtUp = true;
      const rang = await changes.wait(heartbeat, ended);
      if (rang) await wait(pace);
      else if (!ended.aborted) await stream.write(': still here\n\n');
    }
  } finally {
    unsubscribe();
  }
}

function dataOf(change: Change): string {
  if (change.type === 'exchange')
    return JSON.stringify(withoutLongBodies(change.exchange));
  if (change.type === 'state') return JSON.stringify(change.state);
  return JSON.stringify({ run: change.run });
}

/** Rings once, however often it is rung before somebody listens. */
function bell() {
  let next = Promise.withResolvers<true>();
  return {
    ring: () => next.resolve(true),
    silence() {
      next = Promise.withResolvers();
    },
    /** @returns whether it rang, and not only time passed or `ended` */
    async wait(milliseconds: number, ended: AbortSignal): Promise<boolean> {
      const over = new AbortController();
      const signal = AbortSignal.any([over.signal, ended]);
      const late = wait(milliseconds, false, { signal }).catch(() => false);
      const rang = await Promise.race([next.promise, late]);
      over.abort();
      return rang;
    },
  };
}
