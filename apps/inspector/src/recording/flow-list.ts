/**
 * The flows that there are: each goes when the last of its exchanges goes, and
 * with it what was kept to recognise it by.
 */
import type { Exchange, Flow } from './exchange.ts';
import { flowName, type Subject } from './flow-name.ts';

export type FlowRecord = {
  flow: Flow;
  subject: Subject;
  /** The provider has said who it is; what was typed no longer counts. */
  personIsSure: boolean;
  /** Its values in the index of all flows. */
  values: Set<string>;
  /** Session cookies that were given out in it. */
  cookies: Set<string>;
  exchanges: number;
  /** How many of them are still without an answer. */
  underWay: number;
  /** Milliseconds since the epoch: when something last began or ended in it. */
  lastAt: number;
};

const mostValues = 200;

/** @param onChange the list has changed: a flow more, one less, another name */
export function createFlowList(onChange: () => void) {
  const records = new Map<number, FlowRecord>();
  const flowWithValue = new Map<string, number>();
  /** The newest flow of a sender who does one thing after the other. */
  const newestOf = new Map<string, number>();
  let lastId = 0;

  function begin(subject: Subject): FlowRecord {
    const flow = { id: ++lastId, kind: subject.kind, name: flowName(subject) };
    const record = {
      ...{ flow, subject, personIsSure: false },
      ...{ values: new Set<string>(), cookies: new Set<string>() },
      ...{ exchanges: 0, underWay: 0, lastAt: 0 },
    };
    records.set(flow.id, record);
    onChange();
    return record;
  }

  function drop({ flow, values }: FlowRecord): void {
    records.delete(flow.id);
    for (const value of values) {
      if (flowWithValue.get(value) === flow.id) flowWithValue.delete(value);
    }
    for (const [sender, id] of newestOf) if (id === flow.id) newestOf.delete(sender);
    onChange();
  }

  function isNewestOf(sender: string, { flow }: FlowRecord): void {
    newestOf.set(sender, flow.id);
  }

  /** The flow that this sender is in the middle of, or was `patience` milliseconds ago. */
  function current(sender: string, at: number, patience: number): FlowRecord | undefined {
    const record = records.get(newestOf.get(sender) ?? 0);
    const goesOn = record && (record.underWay > 0 || at - record.lastAt < patience);
    return goesOn ? record : undefined;
  }

  function beginFor(sender: string, subject: Subject): FlowRecord {
    const record = begin(subject);
    isNewestOf(sender, record);
    return record;
  }

  function isAbout(record: FlowRecord, subject: Subject): void {
    record.subject = subject;
    const name = flowName(subject);
    if (name === record.flow.name) return;
    record.flow = { ...record.flow, name };
    onChange();
  }

  return {
    begin,
    beginFor,
    current,
    isNewestOf,
    get: (id: number | undefined) => (id === undefined ? undefined : records.get(id)),
    all: (): Flow[] => [...records.values()].map(({ flow }) => flow),

    withAnyOf(values: string[]): FlowRecord | undefined {
      const known = values.find((value) => flowWithValue.has(value));
      return known === undefined ? undefined : records.get(flowWithValue.get(known)!);
    },

    /** The flow that is current; else a new one. */
    goOn(sender: string, at: number, patience: number, subject: Subject): FlowRecord {
      return current(sender, at, patience) ?? beginFor(sender, subject);
    },

    join(record: FlowRecord, exchange: Exchange): void {
      exchange.flow = record.flow.id;
      record.exchanges++;
      record.underWay++;
      record.lastAt = Math.max(record.lastAt, exchange.startedAt);
    },

    answered({ flow, startedAt, finishedAt }: Exchange): void {
      const record = records.get(flow);
      if (!record) return;
      record.underWay--;
      record.lastAt = Math.max(record.lastAt, finishedAt ?? startedAt);
    },

    /** From now on, whatever carries one of these belongs to it. */
    recognise(record: FlowRecord, values: string[]): void {
      for (const value of values) {
        if (record.values.size >= mostValues) return;
        record.values.add(value);
        flowWithValue.set(value, record.flow.id);
      }
    },

    isOf(record: FlowRecord, person: string, sure: boolean): void {
      if (record.personIsSure && !sure) return;
      record.personIsSure = sure;
      isAbout(record, { ...record.subject, person });
    },

    isAbout,

    forget({ flow }: Exchange): void {
      const record = records.get(flow);
      if (record && --record.exchanges === 0) drop(record);
    },
  };
}

export type FlowList = ReturnType<typeof createFlowList>;
