/**
 * The exchanges that are kept, in memory and bounded: when there are too many,
 * or too much in them, the oldest go.
 *
 * Every change of an exchange gets the next sequence number. Whoever says up to
 * which number they have heard is told what changed since, each exchange once,
 * as it is now: nothing is missing and nothing is told twice.
 */
import type { Exchange } from './exchange.ts';

type Entry = { exchange: Exchange; sequence: number; weight: number };

export type StoreBounds = {
  /** How many exchanges. */
  exchanges: number;
  /** Bytes of all that is kept of them: bodies, headers, verdicts. */
  weight: number;
};

const standardBounds: StoreBounds = { exchanges: 10_000, weight: 96 * 1024 * 1024 };

export type Store = ReturnType<typeof createStore>;

export function createStore(options: {
  onChange: () => void;
  onDrop: (exchange: Exchange) => void;
  bounds?: StoreBounds;
}) {
  const { onChange, onDrop, bounds = standardBounds } = options;
  /** By id, the oldest first. */
  const entries = new Map<number, Entry>();
  let lastId = 0;
  let sequence = 0;
  /** Whoever has not heard up to here has missed something that is no longer kept. */
  let droppedUpTo = 0;
  let weight = 0;

  function tooMuch(): boolean {
    return entries.size > bounds.exchanges || weight > bounds.weight;
  }

  /** One that is still under way stays: somebody may be holding it. */
  function makeRoom(): void {
    for (const [id, entry] of entries) {
      if (!tooMuch()) return;
      if (entry.exchange.finishedAt === undefined) continue;
      entries.delete(id);
      weight -= entry.weight;
      droppedUpTo = Math.max(droppedUpTo, entry.sequence);
      onDrop(entry.exchange);
    }
  }

  return {
    /** A new one; nobody hears of it before its first change. */
    add(begun: Omit<Exchange, 'id'>): Exchange {
      const exchange = { id: ++lastId, ...begun };
      entries.set(exchange.id, { exchange, sequence: 0, weight: 0 });
      return exchange;
    },

    changed(exchange: Exchange): void {
      const entry = entries.get(exchange.id);
      if (entry?.exchange !== exchange) return;
      const weightNow = weightOf(exchange);
      weight += weightNow - entry.weight;
      entry.weight = weightNow;
      entry.sequence = ++sequence;
      makeRoom();
      onChange();
    },

    get: (id: number): Exchange | undefined => entries.get(id)?.exchange,

    /** Those that were heard of, in the order in which they came. */
    all: (): Exchange[] =>
      [...entries.values()].filter(isHeardOf).map(({ exchange }) => exchange),

    oldest: (): number => entries.keys().next().value ?? lastId + 1,

    /** Is everything that changed since this sequence still kept? */
    knowsSince: (heard: number): boolean => heard >= droppedUpTo && heard <= sequence,

    /** In the order of their changes. */
    changesSince: (heard: number): Readonly<Entry>[] =>
      [...entries.values()]
        .filter((entry) => entry.sequence > heard)
        .sort((one, other) => one.sequence - other.sequence),
  };
}

function isHeardOf({ sequence }: Entry): boolean {
  return sequence > 0;
}

/** Roughly, in bytes: what an object costs by itself is in `perExchange` and `perField`. */
const perExchange = 1000;
const perField = 50;

function weightOf(exchange: Exchange): number {
  const { request, response, requestBefore, responseBefore, verdicts } = exchange;
  let weight = perExchange;
  for (const message of [request, response, requestBefore, responseBefore]) {
    if (!message) continue;
    const { headers, body } = message;
    weight += bytesOf(body.text);
    for (const [name, value] of headers) weight += perField + name.length + value.length;
    if ('target' in message) weight += message.target.length;
  }
  for (const { expected = '', received = '' } of verdicts) {
    weight += perField + expected.length + received.length;
  }
  return weight;
}

/** Two for each character, as soon as one of them is beyond Latin-1. */
function bytesOf(text: string): number {
  return /[\u0100-\uffff]/.test(text) ? text.length * 2 : text.length;
}
