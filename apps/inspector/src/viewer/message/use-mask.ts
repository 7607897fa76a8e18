/**
 * Secrets as they are shown: each as a placeholder, the same one wherever it
 * occurs in its flow, until somebody asks to see them.
 */
import { useMemo } from 'react';
import { type Mask, maskOf } from '../../exports/mask-text.ts';
import type { Exchange } from '../../recording/exchange.ts';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { useOpened } from './opened.ts';

const shown: Mask = { text: (text) => text, covers: () => false };

export function useMask(): Mask {
  const { exchange } = useOpened();
  const { exchanges } = useRecording();
  const { masked } = useSettings().settings;
  return useMemo(
    () => (masked ? maskFor(exchange, exchanges) : shown),
    [masked, exchanges, exchange],
  );
}

let latest:
  | { exchange: Exchange; exchanges: readonly Exchange[]; mask: Mask }
  | undefined;

/** Each of hundreds of values asks for it: it is made once. */
function maskFor(exchange: Exchange, exchanges: readonly Exchange[]): Mask {
  if (latest?.exchange === exchange && latest.exchanges === exchanges) return latest.mask;
  // The opened one may have bodies that the list leaves out.
  const flow = exchanges.filter((one) => one.flow === exchange.flow);
  const mask = maskOf(flow.map((one) => (one.id === exchange.id ? exchange : one)));
  latest = { exchange, exchanges, mask };
  return mask;
}
