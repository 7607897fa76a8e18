/**
 * The recording and everything that can be done with it, in one value: what the
 * inspector's own endpoints call, one call each.
 */
import { randomBytes } from 'node:crypto';
import { systemClock } from '@four-roles/protocol/clock';
import type { Observer } from '../wiretap/observer.ts';
import { createClientNames } from './client-names.ts';
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
      /** Still in use here: read it at once, keep nothing of it. */
      exchange: Exchange;
    }
  | { type: 'state'; state: ControlState }
  | { type: 'cleared'; id: string; run: string };

export type LiveRecording = ReturnType<typeof createRecording>;

/**
 * @param options.origins the public ones
 * @param options.clockFile which every role was told as CLOCK_FILE
 * @param options.now milliseconds since the epoch; by the machine's clock, unless said otherwise
 */
export function createRecording(options: {
  origins: Record<RoleName, string>;
  clockFile: string;
  now?: () => number;
  bounds?: StoreBounds;
}) {
  const { origins, clockFile, now = systemClock.now, bounds } = options;
  const listeners = new Set<() => void>();
  const sessions = createSessions();
  const clients = createClientNames();
  const clock = createClock(clockFile, now);
  const hold = createHold(clock, tell);
  const sentAgain = createSentAgain(now);
  let run = begin();

  function begin(): Run {
    const flows = createFlows(origins, sessions, clients, tell);
    const store = createStore({
      ...(bounds && { bounds }),
      onChange: tell,
      onDrop: flows.forget,
    });
    return { id: randomBytes(6).toString('hex'), store, flows };
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function clear(): void {
    hold.letAllGo();
    sessions.forgetTokens();
    run = begin();
    tell();
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
    ...{ run: () => run, hold, clock, now },
    sentAgain: sentAgain.recognise,
  });

  return {
    /** For the wiretap. */
    observer,
    origins,
    state,
    exchange: (id: number): Exchange | undefined => run.store.get(id),

    /**
     * @param listener is called when there is something new to `catchUp` with
     * @returns ends it
     */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /**
     * What to tell somebody who comes, comes back, or has heard that there is something new.
     *
     * @param heard the last id that they were told
     */
    catchUp(heard = ''): Change[] {
      const { id, store } = run;
      const [, of, sequence = '0'] = /^(\w+)-(\d{1,15})$/.exec(heard) ?? [];
      const known = of === id && store.knowsSince(Number(sequence));
      const cleared = { type: 'cleared', id: `${id}-0`, run: id } as const;
      return [
        ...(known || heard === '' ? [] : [cleared]),
        { type: 'state', state: state() },
        ...store.changesSince(known ? Number(sequence) : 0).map((change): Change => {
          return {
            type: 'exchange',
            id: `${id}-${change.sequence}`,
            exchange: change.exchange,
          };
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
      tell();
    },

    clockBackToNow(): void {
      clock.backToNow();
      tell();
    },

    /** What is held goes on first; people who are known keep their names. */
    clear,

    /** The roles begin anew, and with them the recording. */
    beginAnew(): void {
      sessions.forgetPeople();
      clear();
    },

    /**
     * The next request from this local port repeats a recorded one.
     *
     * @returns the id of the new exchange, when it has come
     */
    expectFrom: sentAgain.expectFrom,
  };
}
