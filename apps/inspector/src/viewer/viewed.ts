/** What the viewer has of a recording, and how it changes. Pure: see store.ts. */
import type { ControlState, Exchange, KeySet, Recording } from '../recording/exchange.ts';
import type { Setup } from './api.ts';

export type Viewed = {
  /** `live`: it grows, and can be controlled. `file`: it was saved, nobody is behind it. */
  mode: 'live' | 'file';
  setup: Setup;
  /** Sorted by id. Live ones may lack bodies over 8 KB: see api.exchange. */
  exchanges: readonly Exchange[];
  byId: ReadonlyMap<number, Exchange>;
  state: ControlState;
  /** Live only: false while the connection is lost and tried again. */
  connected: boolean;
  /** From a file: secrets were removed when it was saved. */
  masked: boolean;
  /** From a file: the authorization server's key set as it was then. */
  keys?: KeySet;
};

/** What the inspector tells, one server-sent event each; the connection tells too. */
export type Change =
  | { type: 'exchange'; exchange: Exchange }
  | { type: 'state'; state: ControlState }
  | { type: 'cleared'; run: string }
  /** Everything that was there when the connection began has been told. */
  | { type: 'caught-up' }
  | { type: 'connected'; connected: boolean };

const idle: Omit<ControlState, 'run'> = {
  step: { on: false, only: 'everything', breakpoints: [] },
  held: [],
  clock: { movedBy: 0 },
  flows: [],
  oldest: 1,
};

export function nothingYet(setup: Setup): Viewed {
  return {
    mode: 'live',
    setup,
    exchanges: [],
    byId: new Map(),
    state: { ...idle, run: setup.run },
    // Nothing is lost before there was a connection.
    connected: true,
    masked: false,
  };
}

export function fromRecording(recording: Recording): Viewed {
  const { run, origins, flows, masked, keys } = recording;
  const exchanges = recording.exchanges.toSorted((a, b) => a.id - b.id);
  return {
    mode: 'file',
    setup: { run, origins, people: [] },
    exchanges,
    byId: new Map(exchanges.map((exchange) => [exchange.id, exchange])),
    state: { ...idle, run, flows },
    connected: true,
    masked,
    ...(keys && { keys }),
  };
}

/** Several at once: ten thousand may come in one piece when a page catches up. */
export function applyChanges(viewed: Viewed, changes: readonly Change[]): Viewed {
  let { setup, state, connected } = viewed;
  let byId = viewed.byId as Map<number, Exchange>;
  let touched = false;
  const own = () => {
    if (!touched) byId = new Map(byId);
    touched = true;
    return byId;
  };
  for (const change of changes) {
    if (change.type === 'connected') connected = change.connected;
    if (change.type === 'exchange') own().set(change.exchange.id, change.exchange);
    if (change.type === 'state') state = change.state;
    if (change.type === 'cleared') {
      own().clear();
      setup = { ...setup, run: change.run };
      state = { ...state, run: change.run, held: [], flows: [], oldest: 1 };
    }
  }
  if (state.oldest > viewed.state.oldest) {
    for (const id of own().keys()) if (id < state.oldest) byId.delete(id);
  }
  const exchanges = touched
    ? [...byId.values()].sort((a, b) => a.id - b.id)
    : viewed.exchanges;
  return { ...viewed, setup, state, connected, byId, exchanges };
}
