/**
 * Why did a role send this? Because it was answering something: the request
 * that it had received, and had not answered yet, is the cause.
 *
 * A role that answers several at once gives no sign of which one it sends for.
 * The message that carries what one of them carries, such as its code or the
 * token of its session, is taken to be its consequence; else one whose role is
 * not waiting for another answer already; else the latest.
 *
 * A browser that closes a page does not stop the role, which goes on with what
 * nobody waits for any more: what it sends then is known by what it carries.
 */
import type { Exchange } from './exchange.ts';

type Answering = {
  exchange: Exchange;
  /** What it and its consequences carried. */
  carried: Set<string>;
  /** How many of its consequences are still without an answer. */
  waitsFor: number;
  /** It lies with the role: before that, it causes nothing. */
  arrived: boolean;
  /** Whoever sent it has hung up. */
  left: boolean;
};

/** How many of those that were left are remembered. */
const mostLeft = 20;

export function createCauses() {
  /** By id, in the order in which they came. */
  const underWay = new Map<number, Answering>();

  function learn(id: number | undefined, values: Iterable<string>): void {
    const one = id === undefined ? undefined : underWay.get(id);
    if (!one) return;
    const learned = [...values];
    for (const value of learned) one.carried.add(value);
    learn(one.exchange.cause, learned);
  }

  /** The role has said everything it had to say, or will not say it. */
  function answered(id: number): void {
    const one = underWay.get(id);
    if (!one) return;
    underWay.delete(id);
    const cause = underWay.get(one.exchange.cause ?? -1);
    if (cause) cause.waitsFor--;
  }

  return {
    /** A request has come; `exchange.cause` is known. */
    came(exchange: Exchange, carried: string[]): void {
      const one = { exchange, waitsFor: 0, arrived: false, left: false };
      underWay.set(exchange.id, { ...one, carried: new Set(carried) });
      const cause = underWay.get(exchange.cause ?? -1);
      if (cause) cause.waitsFor++;
      learn(exchange.cause, carried);
    },

    /** It has been passed on to the role. */
    arrived(id: number): void {
      const one = underWay.get(id);
      if (one) one.arrived = true;
    },

    causeOf({ from }: Exchange, values: string[]): Exchange | undefined {
      const possible = [...underWay.values()].filter(
        ({ exchange, arrived }) => arrived && exchange.to === from && causes(exchange),
      );
      const sharing = possible.filter(({ carried }) =>
        values.some((value) => carried.has(value)),
      );
      const likely = sharing.length > 0 ? sharing : possible.filter(({ left }) => !left);
      const free = likely.filter(({ waitsFor }) => waitsFor === 0);
      return (free.at(-1) ?? likely.at(-1))?.exchange;
    },

    learn,

    carriedBy: (id: number): Set<string> => underWay.get(id)?.carried ?? new Set(),

    answered,

    /** It is over without an answer. */
    left(id: number): void {
      const one = underWay.get(id);
      if (!one) return;
      one.left = true;
      const [oldest, ...others] = [...underWay.values()].filter(({ left }) => left);
      if (oldest && others.length >= mostLeft) answered(oldest.exchange.id);
    },
  };
}

/** To look at the worker's page makes it do nothing; the button on it does. */
function causes({ to, request }: Exchange): boolean {
  return to !== 'worker' || request.method === 'POST';
}
