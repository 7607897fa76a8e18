/**
 * Secrets as they are shown: each as a placeholder, the same one wherever it
 * occurs in its flow, until somebody asks to see them.
 */
import { useMemo } from 'react';
import { secretReplacer } from '../../exports/replace-secrets.ts';
import { secretsOf } from '../../exports/secrets-of.ts';
import type { Exchange } from '../../recording/exchange.ts';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { useOpened } from './opened.ts';

export type Mask = {
  /** A text with its secrets replaced. */
  text: (text: string) => string;
  /** Would a secret be replaced in it now? */
  covers: (value: string) => boolean;
};

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

export function maskOf(exchanges: Exchange[]): Mask {
  const secrets = secretsOf(exchanges);
  const placeholders = new Map(
    secrets.map(({ value, placeholder }) => [value, placeholder]),
  );
  const replace = secretReplacer(secrets);
  const text = (value: string) => placeholders.get(value) ?? replace(value);
  return { text, covers: (value) => text(value) !== value };
}
