/**
 * The stream of events: a page that loses its connection, sleeps or reloads
 * catches up, with nothing missing and nothing twice.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControlState, Exchange } from '../src/recording/exchange.ts';
import { type Inspected, inspect } from './inspector-setting.ts';

type Event = { event: string; id: string; data: string };

/** Reads a stream, event by event. */
async function listen({ get }: Inspected, path = '/api/events', after?: string) {
  const response = await get(path, after === undefined ? {} : { 'Last-Event-ID': after });
  assert.equal(response.status, 200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';

  async function next(): Promise<Event | undefined> {
    while (!text.includes('\n\n')) {
      const { value, done } = await reader.read();
      if (done) return undefined;
      text += value;
    }
    const [block, ...rest] = text.split('\n\n');
    text = rest.join('\n\n');
    const fields = block!.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2));
    return Object.fromEntries(fields) as Event;
  }

  return {
    next,
    /** Up to the first one that `enough` says yes to. */
    async until(enough: (event: Event) => boolean): Promise<Event[]> {
      const heard: Event[] = [];
      for (;;) {
        const event = await next();
        assert.ok(event, 'the stream ended');
        heard.push(event);
        if (enough(event)) return heard;
      }
    },
    leave: () => reader.cancel(),
  };
}

function exchangeOf({ event, data }: Event): Exchange | undefined {
  return event === 'exchange' ? (JSON.parse(data) as Exchange) : undefined;
}

/** Is it that exchange, with its answer? */
function isOver(id: number): (event: Event) => boolean {
  return (event) => {
    const exchange = exchangeOf(event);
    return exchange?.id === id && exchange.finishedAt !== undefined;
  };
}

function isCaughtUp({ event }: Event): boolean {
  return event === 'caught-up';
}

function ask({ issuer }: Inspected, path: string): Promise<unknown> {
  return fetch(`${issuer}${path}`).then((response) => response.text());
}

test('a new page is told how things are and when that was all, then what happens', async (t) => {
  const inspected = await inspect(t);
  await ask(inspected, '/account?1');
  const stream = await listen(inspected);
  const [first, ...heard] = await stream.until(isCaughtUp);
  assert.equal(first?.event, 'state');
  const state = JSON.parse(first!.data) as ControlState;
  assert.equal(state.run, inspected.recording.state().run);
  assert.deepEqual(
    heard.map((event) => exchangeOf(event)?.id ?? event.event),
    [1, 'caught-up'],
  );

  await ask(inspected, '/account?2');
  const later = await stream.until(isOver(2));
  assert.ok(!later.some(isCaughtUp));
  assert.match(later.at(-1)!.id, new RegExp(`^${state.run}-\\d+$`));
  await stream.leave();
});

test('who comes back hears what changed since, each exchange once', async (t) => {
  const inspected = await inspect(t);
  const stream = await listen(inspected);
  await ask(inspected, '/account?1');
  const { id: last } = (await stream.until(isOver(1))).at(-1)!;
  await stream.leave();

  // While nobody listens: one more, and one that is still held.
  await ask(inspected, '/account?2');
  await inspected.press('/api/step', { on: true });
  const held = ask(inspected, '/account?3');
  await inspected.untilHeld(1);

  for (const [path, header] of [
    ['/api/events', last],
    [`/api/events?after=${last}`, undefined],
  ] as const) {
    const again = await listen(inspected, path, header);
    const heard = await again.until((event) => exchangeOf(event)?.id === 3);
    assert.deepEqual(
      heard.map((event) => exchangeOf(event)?.id ?? event.event),
      ['state', 2, 3],
    );
    await again.leave();
  }
  await inspected.press('/api/run');
  await held;
});

test('however often the connection breaks, nothing is missing and nothing is twice', async (t) => {
  const inspected = await inspect(t);
  const finished: number[] = [];
  const ids = new Set<string>();
  let last: string | undefined;
  for (let round = 0; round < 8; round++) {
    const stream = await listen(inspected, '/api/events', last);
    const asked = ask(inspected, `/account?${2 * round + 1}`);
    const heard = await stream.until(isOver(2 * round + 1));
    await stream.leave();
    await asked;
    for (const event of heard) {
      const exchange = exchangeOf(event);
      if (!exchange) continue;
      assert.ok(!ids.has(event.id), `${event.id} twice`);
      ids.add(event.id);
      if (exchange.finishedAt) finished.push(exchange.id);
      last = event.id;
    }
    await ask(inspected, `/account?${2 * round + 2}`);
  }
  assert.deepEqual(
    finished,
    Array.from({ length: 15 }, (_, index) => index + 1),
  );
});

test('another run, or an id that is none: everything anew, and it is said so', async (t) => {
  const inspected = await inspect(t);
  const stream = await listen(inspected);
  await ask(inspected, '/account?1');
  const { id: last } = (await stream.until(isOver(1))).at(-1)!;

  // 1. Who listens is told that it was cleared.
  await inspected.press('/api/clear');
  const { run } = inspected.recording.state();
  const [, state] = await stream.until(({ event }) => event === 'state');
  assert.equal((JSON.parse(state!.data) as ControlState).run, run);
  await stream.leave();

  // 2. So is who comes back.
  await ask(inspected, '/account?2');
  for (const known of [last, 'nonsense']) {
    const again = await listen(inspected, '/api/events', known);
    const heard = await again.until(isOver(1));
    assert.deepEqual(heard[0], {
      event: 'cleared',
      id: `${run}-0`,
      data: `{"run":"${run}"}`,
    });
    assert.equal(exchangeOf(heard.at(-1)!)?.request.target, '/account?2');
    await again.leave();
  }
});

test('a page that has seen nothing but the state is told when it was cleared, too', async (t) => {
  const inspected = await inspect(t);
  const stream = await listen(inspected);
  await stream.until(isCaughtUp);
  await inspected.press('/api/clear');
  assert.equal((await stream.next())?.event, 'cleared');
  await stream.leave();
});

test('long bodies are left out', async (t) => {
  const inspected = await inspect(t);
  await ask(inspected, '/long');
  const stream = await listen(inspected);
  const exchange = exchangeOf((await stream.until(isOver(1))).at(-1)!);
  const { text, omitted, size } = exchange!.response!.body;
  assert.deepEqual([text, omitted, size], ['', true, 9002]);
  await stream.leave();
});

test('for a slow reader nothing piles up: it hears how things are when it reads', async (t) => {
  const inspected = await inspect(t);
  const stream = await listen(inspected);
  await stream.until(isCaughtUp);
  for (let seconds = 1; seconds <= 500; seconds++) inspected.recording.advanceClock(1);
  const states = await stream.until(
    ({ data }) => (JSON.parse(data) as ControlState).clock.movedBy === 500_000,
  );
  assert.ok(states.length < 10, `${states.length} states`);
  await stream.leave();
});

test('nobody is told any more who has gone, and all streams end with the inspector', async (t) => {
  const inspected = await inspect(t);
  let listeners = 0;
  const { recording } = inspected;
  const { subscribe } = recording;
  t.mock.method(recording, 'subscribe', (listener: Parameters<typeof subscribe>[0]) => {
    listeners++;
    const end = subscribe(listener);
    return () => {
      listeners--;
      return end();
    };
  });
  const [gone, staying] = [await listen(inspected), await listen(inspected)];
  await gone.next();
  await staying.next();
  assert.equal(listeners, 2);
  await gone.leave();
  await ask(inspected, '/account');
  await staying.until(isOver(1));
  assert.equal(listeners, 1);
  inspected.stop();
  while (await staying.next());
  assert.equal(listeners, 0);
});
