/** The list that the viewer is told leaves out long bodies: they come when a message is opened. */
import { useEffect, useState } from 'react';
import type { Exchange } from '../../recording/exchange.ts';
import { api } from '../api.ts';
import { attempt } from '../notice.tsx';
import { useRecording } from '../store.ts';

export function useWholeExchange(exchange: Exchange): Exchange {
  const { mode } = useRecording();
  const [whole, setWhole] = useState<{ of: Exchange; exchange: Exchange }>();
  const omitted = exchange.request.body.omitted || exchange.response?.body.omitted;
  useEffect(() => {
    if (!omitted || mode === 'file') return;
    let current = true;
    attempt(async () => {
      const found = await api.exchange(exchange.id);
      if (current) setWhole({ of: exchange, exchange: found });
    });
    return () => {
      current = false;
    };
  }, [exchange, omitted, mode]);
  return whole?.of === exchange ? whole.exchange : exchange;
}
