/**
 * Which message is open, in the address: `#run=3f2a&message=12&side=request` is
 * a link to one message of one run.
 */
import { useMemo, useSyncExternalStore } from 'react';
import type { Side } from '../recording/exchange.ts';
import { currentRecording } from './store.ts';

export type Selection = {
  /** The run that the link was made in; another one has other messages. */
  run: string;
  message: number;
  side: Side;
};

/** @param hash with or without its `#` */
export function readSelection(hash: string): Selection | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const message = Number(parameters.get('message'));
  if (!Number.isSafeInteger(message) || message < 1) return undefined;
  const side = parameters.get('side') === 'response' ? 'response' : 'request';
  return { run: parameters.get('run') ?? '', message, side };
}

/** With its `#`. */
export function formatSelection({ run, message, side }: Selection): string {
  return `#${new URLSearchParams({ run, message: String(message), side })}`;
}

/** The message that is open, if one is. */
export function useSelection(): Selection | undefined {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => readSelection(hash), [hash]);
}

/** Was the link made in this run? A link that was written by hand may leave that open. */
export function isOfRun(selection: Selection | undefined, run: string): boolean {
  return selection !== undefined && (selection.run === '' || selection.run === run);
}

/** Open a message of the run that is shown. */
export function openMessage(message: number, side: Side): void {
  const run = currentRecording()?.state.run ?? '';
  go(formatSelection({ run, message, side }));
}

export function closeMessage(): void {
  go(location.pathname + location.search);
}

/** Without a new entry in the browser's history for each step through a flow. */
function go(address: string): void {
  history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
