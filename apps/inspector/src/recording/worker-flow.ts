/**
 * What the worker does by itself is a run, and before the first one a
 * registration: a story of its own, although the one follows the other at once.
 * Both begin with reading metadata, so a flow waits with its name until more
 * than that has been asked for.
 */
import type { Exchange } from './exchange.ts';
import type { FlowList, FlowRecord } from './flow-list.ts';
import { type Subject, workerRegisters, workerRun } from './flow-name.ts';

/** Milliseconds of silence after which it begins something new. */
const patience = 5_000;

/** Nothing but metadata was asked for: called a run until it turns out to be a registration. */
const beginning: Subject = { ...workerRun };

export function workerFlow(
  { from, startedAt, request }: Exchange,
  list: FlowList,
): FlowRecord {
  const about = subjectOf(request);
  const record = list.goOn(from, startedAt, patience, about);
  const { subject } = record;
  if (about === beginning || subject === about) return record;
  if (subject === beginning) {
    list.isAbout(record, about);
    return record;
  }
  // A run in which it registers anew, or asks for another secret, is one run.
  return subject === workerRun ? record : list.beginFor(from, about);
}

function subjectOf({ method, target }: Exchange['request']): Subject {
  if (target.startsWith('/.well-known/')) return beginning;
  return method === 'POST' && target === '/register' ? workerRegisters : workerRun;
}
