/**
 * The recording that is looked at, outside of React: live from the inspector,
 * or out of a file. `useRecording()` gives it to a component.
 */
import { useSyncExternalStore } from 'react';
import type { Recording } from '../recording/exchange.ts';
import { api } from './api.ts';
import {
  applyChanges,
  type Change,
  fromRecording,
  nothingYet,
  type Viewed,
} from './viewed.ts';

let viewed: Viewed | undefined;
/** What is live and not shown yet: not all that was there has been told. */
let beginning: Viewed | undefined;
const listeners = new Set<() => void>();

/** Waiting to be shown: a burst of events makes one new picture. */
let waiting: Change[] = [];
let stopListening: (() => void) | undefined;
/** Milliseconds: a picture at most this often. */
const pace = 30;
/** Milliseconds until a connection that ended for good is opened anew. */
const patience = 2000;

/** The recording; only where `useRecordingOrNothing` has given one. */
export function useRecording(): Viewed {
  const now = useRecordingOrNothing();
  if (!now) throw new Error('There is no recording yet.');
  return now;
}

export function useRecordingOrNothing(): Viewed | undefined {
  return useSyncExternalStore(subscribe, () => viewed);
}

/** What is shown now, for an event handler. */
export function currentRecording(): Viewed | undefined {
  return viewed;
}

/** Show a recording that was saved; nothing live any more. */
export function openRecording(recording: Recording): void {
  stopListening?.();
  beginning = undefined;
  show(fromRecording(recording));
}

/**
 * Show what the inspector behind this page records, from now on.
 *
 * @throws {Error} with a sentence, if there is none
 */
export async function watchLive(): Promise<void> {
  const setup = await api.setup();
  stopListening?.();
  beginning = nothingYet(setup);
  stopListening = listen();
}

/** The browser reconnects by itself and says where it was: Last-Event-ID. */
function listen(after = ''): () => void {
  let last = after;
  let again: ReturnType<typeof setTimeout> | undefined;
  const query = after && `?after=${encodeURIComponent(after)}`;
  const events = new EventSource(`/api/events${query}`);
  let stop = () => events.close();

  const hear = (type: string, read: (data: never) => Change) => {
    events.addEventListener(type, (event) => {
      last = event.lastEventId || last;
      tell(read(JSON.parse(event.data) as never));
    });
  };
  hear('exchange', (exchange) => ({ type: 'exchange', exchange }));
  hear('state', (state) => ({ type: 'state', state }));
  hear('cleared', ({ run }: { run: string }) => ({ type: 'cleared', run }));
  hear('caught-up', () => ({ type: 'caught-up' }));
  events.onopen = () => tell({ type: 'connected', connected: true });
  events.onerror = () => {
    tell({ type: 'connected', connected: false });
    if (events.readyState !== EventSource.CLOSED) return;
    again = setTimeout(() => {
      stop = listen(last);
    }, patience);
  };
  return () => {
    clearTimeout(again);
    stop();
  };
}

function tell(change: Change): void {
  waiting.push(change);
  if (waiting.length > 1) return;
  setTimeout(() => {
    const changes = waiting;
    waiting = [];
    const live = beginning ?? (viewed?.mode === 'live' ? viewed : undefined);
    if (!live) return;
    const next = applyChanges(live, changes);
    const isWhole = !beginning || changes.some(({ type }) => type === 'caught-up');
    beginning = isWhole ? undefined : next;
    if (isWhole) show(next);
  }, pace);
}

function show(next: Viewed): void {
  viewed = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
