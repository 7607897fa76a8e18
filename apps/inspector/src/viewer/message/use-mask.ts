/**
 * Secrets as they are shown: each as a placeholder, the same one wherever it
 * occurs in its flow, until somebody asks to see them.
 */
import { useMemo } from 'react';
import { type Mask, maskOf } from '../../exports/mask-text.ts';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { useOpened } from './opened.ts';

const shown: Mask = { text: (text) => text, covers: () => false };

export function useMask(): Mask {
  const { exchange } = useOpened();
  const { exchanges } = useRecording();
  const { masked } = useSettings().settings;
  return useMemo(() => {
    if (!masked) return shown;
    // The opened one may have bodies that the list leaves out.
    const flow = exchanges.filter((one) => one.flow === exchange.flow);
    return maskOf(flow.map((one) => (one.id === exchange.id ? exchange : one)));
  }, [masked, exchanges, exchange]);
}
