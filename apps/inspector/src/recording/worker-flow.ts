/**
 * What a program without a person does by itself is a run, and before its first
 * one a registration: a story of its own, although the one follows the other at
 * once. Both begin with reading metadata, which says neither who reads nor
 * what for, so a flow waits with its name until more has been asked for.
 */
import { partyNames } from '../explain/party-names.ts';
import { type ClientNames, isRegistration } from './client-names.ts';
import type { Exchange } from './exchange.ts';
import type { FlowList, FlowRecord } from './flow-list.ts';
import { registersItself, runOf, type Subject } from './flow-name.ts';

/** Milliseconds of silence after which it begins something new. */
const patience = 5_000;

/** In the worker's lane, whatever it is called. */
const anybody = 'worker';

const nightly = partyNames.worker.name;

/** Nothing but metadata was asked for so far. */
const beginning: Subject = runOf(nightly);

export function workerFlow(
  { startedAt, request }: Exchange,
  list: FlowList,
  clients: ClientNames,
): FlowRecord {
  const newest = list.current(anybody, startedAt, patience);
  if (request.target.startsWith('/.well-known/')) {
    return newest ?? list.beginFor(anybody, beginning);
  }
  const name = clients.nameOf(request) ?? nightly;
  const run = runOf(name);
  const about = isRegistration(request) ? registersItself(name) : run;

  const own = list.current(name, startedAt, patience);
  // A run in which it registers anew, or asks for another secret, is one run.
  const goesOn = own && [about.called, run.called].includes(own.subject.called);
  const record = goesOn ? own : began(newest, about, list);
  for (const sender of [anybody, name]) list.isNewestOf(sender, record);
  return record;
}

function began(newest: FlowRecord | undefined, about: Subject, list: FlowList) {
  if (newest?.subject !== beginning) return list.begin(about);
  list.isAbout(newest, about);
  return newest;
}
