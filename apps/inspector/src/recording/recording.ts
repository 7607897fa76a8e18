/**
 * The recording and everything that can be done with it, in one value: what the
 * inspector's own endpoints call, one call each.
 */
import { randomBytes } from 'node:crypto';
import type { Observer } from '../wiretap/observer.ts';
import { createClock } from './clock.ts';
import type { ControlState, Exchange, Recording, RoleName } from './exchange.ts';
import { createFlows } from './flows.ts';
import { createHold } from './hold.ts';
import { createRecorder, type Run } from './recorder.ts';
import { createSentAgain } from './sent-again.ts';
import { createSessions } from './sessions.ts';
import { createStore, type StoreBounds } from './store.ts';

/** What whoever watches is told. An exchange is told anew, whole, each time it changes. */
export type Change =
  | {
      type: 'exchange';
      /** `<run>-<sequence>`: say it when you come back, to hear only what is new. */
      id: string;
      exchange: Exchange;
    }
  | { type: 'state'; state: ControlState }
  | { type: 'cleared'; id: string; run: string };

/** What is told is still in use here: read it at once, keep nothing of it. */
export type Listener = (change: Change) => void;

export type LiveRecording = ReturnType<typeof createRecording>;

/** After so many exchanges that went, viewers hear which is the oldest now. */
const droppedBetweenStates = 100;

/**
 * @param options.origins the public ones
 * @param options.clockFile which every role was told as CLOCK_FILE
 * @param options.now milliseconds since the epoch, by the machine's clock
 */
export function createRecording(options: {
  origins: Record<RoleName, string>;
  clockFile: string;
  now?: () => number;
  bounds?: StoreBounds;
}) {
  const { origins, clockFile, now = Date.now, bounds } = options;
  const listeners = new Set<Listener>();
  const sessions = createSessions();
  const clock = createClock(clockFile, now);
  const hold = createHold(clock, now, tellState);
  const sentAgain = createSentAgain(now);
  let run = begin();

  function begin(): Run {
    const id = randomBytes(6).toString('hex');
    const flows = createFlows(origins, sessions, () => run.id === id && tellState());
    let dropped = 0;
    const store = createStore({
      ...(bounds && { bounds }),
      onChange(exchange, sequence) {
        if (run.id === id) tell({ type: 'exchange', id: `${id}-${sequence}`, exchange });
      },
      onDrop(exchange) {
        flows.forget(exchange);
        if (++dropped % droppedBetweenStates === 0 && run.id === id) tellState();
      },
    });
    return { id, store, flows };
  }

  function tell(change: Change): void {
    for (const listener of listeners) listener(change);
  }

  function tellState(): void {
    tell({ type: 'state', state: state() });
  }

  function state(): ControlState {
    return {
      run: run.id,
      step: hold.step(),
      held: hold.held(),
      clock: clock.state(),
      flows: run.flows.list(),
      oldest: run.store.oldest(),
    };
  }

  const observer: Observer = createRecorder({
    ...{ run: () => run, hold, now },
    sentAgain: sentAgain.recognise,
  });

  return {
    /** For the wiretap. */
    observer,
    origins,
    state,
    exchange: (id: number): Exchange | undefined => run.store.get(id),

    /** @returns ends it */
    subscribe(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /**
     * What to tell somebody who comes, or comes back.
     *
     * @param heard the last id that they were told
     */
    catchUp(heard = ''): Change[] {
      const [, of, number = '0'] = /^(\w+)-(\d{1,15})$/.exec(heard) ?? [];
      const since = of === run.id ? Number(number) : 0;
      const { missed } = run.store.changesSince(since);
      const anew = missed || (heard !== '' && of !== run.id);
      const { changes } = run.store.changesSince(anew ? 0 : since);
      return [
        ...(anew ? [cleared()] : []),
        { type: 'state', state: state() },
        ...changes.map(({ exchange, sequence }): Change => {
          return { type: 'exchange', id: `${run.id}-${sequence}`, exchange };
        }),
      ];
    },

    /** For an export. @param flow only this one */
    toRecording(flow?: number): Recording {
      const exchanges = run.store.all();
      const flows = run.flows.list();
      return {
        ...{ run: run.id, origins, masked: false },
        exchanges: exchanges.filter((one) => flow === undefined || one.flow === flow),
        flows: flows.filter(({ id }) => flow === undefined || id === flow),
      };
    },

    step: hold.set,
    next: hold.next,
    run: hold.run,
    release: hold.release,
    drop: hold.drop,

    /** @param seconds forward */
    advanceClock(seconds: number): void {
      clock.advance(seconds);
      tellState();
    },

    clockBackToNow(): void {
      clock.backToNow();
      tellState();
    },

    /** What is held goes on first; people who are known keep their names. */
    clear(): void {
      hold.letAllGo();
      sessions.forgetTokens();
      run = begin();
      tell(cleared());
      tellState();
    },

    /**
     * The next request from this local port repeats a recorded one.
     *
     * @returns the id of the new exchange, when it has come
     */
    expectFrom: sentAgain.expectFrom,
  };

  function cleared(): Change {
    return { type: 'cleared', id: `${run.id}-0`, run: run.id };
  }
}
