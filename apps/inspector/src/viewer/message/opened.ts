/** What the parts of an opened message need to know of the whole of it. */
import { createContext, use } from 'react';
import { type CarriedValue, carriedValues } from '../../exports/carried-values.ts';
import type { Exchange, Side } from '../../recording/exchange.ts';

export type Opened = {
  /** With its bodies. */
  exchange: Exchange;
  side: Side;
  /** The values of both halves that mean something. */
  carried: CarriedValue[];
};

export const OpenedExchange = createContext<Opened | undefined>(undefined);

export function useOpened(): Opened {
  return use(OpenedExchange)!;
}

export function openedOf(exchange: Exchange, side: Side): Opened {
  return { exchange, side, carried: carriedValues(exchange) };
}
