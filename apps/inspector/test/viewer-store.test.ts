/** What a page shows while the inspector tells it what was recorded before it came. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentRecording, watchLive } from '../src/viewer/store.ts';
import { exchange } from './viewer-exchanges.ts';

/** In the place of the browser's: what is told is what the test tells. */
class Told extends EventTarget {
  static last: Told;
  onopen?: () => void;
  constructor() {
    super();
    Told.last = this;
  }
  tell(type: string, data: object): void {
    const told = { data: JSON.stringify(data), lastEventId: 'one-1' };
    this.dispatchEvent(new MessageEvent(type, told));
  }
  close(): void {}
}

test('a page that comes late shows all that was recorded at once, and nothing before', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.mock.method(globalThis, 'fetch', async () =>
    Response.json({ run: 'one', origins: {}, people: [] }),
  );
  Object.assign(globalThis, { EventSource: Told });
  t.after(() => Reflect.deleteProperty(globalThis, 'EventSource'));
  const shown = () => {
    t.mock.timers.tick(1000);
    return currentRecording()?.exchanges.map(({ id }) => id);
  };

  await watchLive();
  Told.last.onopen?.();
  assert.equal(shown(), undefined);
  Told.last.tell('exchange', exchange(1));
  assert.equal(shown(), undefined);
  Told.last.tell('exchange', exchange(2));
  Told.last.tell('caught-up', {});
  assert.deepEqual(shown(), [1, 2]);

  Told.last.tell('exchange', exchange(3));
  assert.deepEqual(shown(), [1, 2, 3]);
});
