/** What the diagram and the table show, one row after the other. Pure. */
import type { Exchange, Flow, Held, Party } from '../../recording/exchange.ts';
import { type MessageRow, rowsOfFlow } from './flow-rows.ts';
import { matches } from './matches.ts';
import { tokensAndCalls } from './tokens-and-calls.ts';

export type FlowRow = {
  type: 'flow';
  /** `flow-3` */
  key: string;
  flow: Flow;
  /** Milliseconds since the epoch. */
  began: number;
  /** Of the messages that the filter lets through. */
  count: number;
  /** Of a run of the worker: `3 tokens asked for, 17 calls served`. */
  took?: string;
  folded: boolean;
};

export type Row = FlowRow | MessageRow;

export type Filter = {
  flow?: number | undefined;
  /** Sender or receiver. */
  party?: Party | undefined;
  /** Of message: see explain/name-message.ts. */
  kind?: string | undefined;
  /** Anywhere in the message, in any case. */
  text: string;
  noise: boolean;
};

export type Rows = {
  rows: Row[];
  /** The rows of messages, those in folded flows too. */
  messages: MessageRow[];
  /** The last thing that happened, among `messages`. */
  newest?: MessageRow;
};

type FlowMemory = {
  exchanges: readonly Exchange[];
  held: readonly Held[];
  rows: MessageRow[];
};

/**
 * @returns a function that remembers what it made of each flow, because of ten
 * thousand messages few change at a time
 */
export function createRowMaker() {
  let memory = new Map<number, FlowMemory>();

  return function makeRows(
    recording: {
      exchanges: readonly Exchange[];
      flows: readonly Flow[];
      held: readonly Held[];
    },
    filter: Filter,
    folded: ReadonlySet<number>,
  ): Rows {
    const kept = new Map<number, FlowMemory>();
    const made: Rows = { rows: [], messages: [] };
    const byFlow = Map.groupBy(recording.exchanges, ({ flow }) => flow);
    for (const id of [...byFlow.keys()].sort((a, b) => a - b)) {
      const exchanges = byFlow.get(id)!;
      const held = recording.held.filter(({ exchange }) =>
        exchanges.some((one) => one.id === exchange),
      );
      const before = memory.get(id);
      const now =
        before && same(before.exchanges, exchanges) && sameHeld(before.held, held)
          ? before
          : { exchanges, held, rows: rowsOfFlow(exchanges, held) };
      kept.set(id, now);
      addFlow(
        made,
        recording.flows.find((flow) => flow.id === id),
        id,
        now.rows,
      );
    }
    memory = kept;
    return made;

    function addFlow(
      { rows, messages }: Rows,
      known: Flow | undefined,
      id: number,
      all: MessageRow[],
    ) {
      const shown = all.filter((row) => matches(row, filter));
      if (shown.length === 0) return;
      for (const row of shown) {
        messages.push(row);
        if (row.at >= (made.newest?.at ?? 0)) made.newest = row;
      }
      const isFolded = folded.has(id);
      const asked = all.filter(({ side }) => side === 'request');
      const took = tokensAndCalls(asked.map(({ exchange }) => exchange));
      rows.push({
        type: 'flow',
        key: `flow-${id}`,
        flow: known ?? { id, kind: 'other', name: 'Other messages' },
        began: all[0]!.at,
        count: shown.length,
        ...(took && { took }),
        folded: isFolded,
      });
      if (!isFolded) for (const row of shown) rows.push(row);
    }
  };
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

function sameHeld(a: readonly Held[], b: readonly Held[]): boolean {
  return same(a.map(inWords), b.map(inWords));
}

function inWords({ exchange, side }: Held): string {
  return `${exchange} ${side}`;
}
