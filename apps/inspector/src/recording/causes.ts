/**
 * Why did a role send this? Because it was answering something: the request
 * that it had received, and had not answered yet, is the cause.
 *
 * Of several that it answers at once, its traceparent tells: the trace-id is
 * that of the request which it answers, and what carries the same parent-id is
 * sent for the same one. Where the trace began at this role, as it does for a
 * browser, or there is no traceparent at all, the first message is a guess: the
 * one that carries what one of them carries, such as its code or the token of
 * its session, is taken to be its consequence; else one whose role is not
 * waiting for another answer already; else the latest.
 *
 * A browser that closes a page does not stop the role, which goes on with what
 * nobody waits for any more: what it sends then is known by what it carries.
 */
import { parseTraceparent, traceparentHeader } from '@four-roles/protocol/traceparent';
import { headerOf } from '../explain/message.ts';
import type { Exchange } from './exchange.ts';

/** Of an exchange: it itself may be forgotten long before. */
type Cause = Pick<Exchange, 'id' | 'flow'>;

type Answering = {
  exchange: Exchange;
  /** The trace that it named, where it named one. */
  traceId: string | undefined;
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

/** How many parts of traces are remembered. */
const mostSpans = 500;

export function createCauses() {
  /** By id, in the order in which they came. */
  const underWay = new Map<number, Answering>();
  /** By trace-id and parent-id: what was being answered when something was sent under them. */
  const causeOfSpan = new Map<string, Cause | undefined>();

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

  function remember(span: string, cause: Cause | undefined): void {
    causeOfSpan.set(span, cause);
    const [oldest] = causeOfSpan.keys();
    if (causeOfSpan.size > mostSpans) causeOfSpan.delete(oldest!);
  }

  /** Those which a request of this trace may be sent for. */
  function ofTrace(traceId: string, possible: Answering[]): Answering[] {
    const same = possible.filter((one) => one.traceId === traceId);
    if (same.length > 0) return same;
    const others = new Set([...causeOfSpan.values()].map((cause) => cause?.id));
    return possible.filter((one) => !one.traceId && !others.has(one.exchange.id));
  }

  return {
    /** A request has come; `exchange.cause` is known. */
    came(exchange: Exchange, carried: string[]): void {
      const traceId = traceparentOf(exchange)?.traceId;
      const one = { exchange, traceId, waitsFor: 0, arrived: false, left: false };
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

    causeOf(sent: Exchange, values: string[]): Cause | undefined {
      const trace = traceparentOf(sent);
      const span = trace && `${trace.traceId}-${trace.parentId}`;
      if (span && causeOfSpan.has(span)) return causeOfSpan.get(span);
      const answering = [...underWay.values()].filter(
        ({ exchange, arrived }) =>
          arrived && exchange.to === sent.from && causes(exchange),
      );
      const possible = trace ? ofTrace(trace.traceId, answering) : answering;
      const cause = likeliest(possible, values);
      if (span) remember(span, cause);
      return cause;
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

/** By what they carry, and whether they wait for another answer already. */
function likeliest(possible: Answering[], values: string[]): Cause | undefined {
  const sharing = possible.filter(({ carried }) =>
    values.some((value) => carried.has(value)),
  );
  const likely = sharing.length > 0 ? sharing : possible.filter(({ left }) => !left);
  const free = likely.filter(({ waitsFor }) => waitsFor === 0);
  const found = (free.at(-1) ?? likely.at(-1))?.exchange;
  return found && { id: found.id, flow: found.flow };
}

function traceparentOf({ request }: Exchange) {
  return parseTraceparent(headerOf(request.headers, traceparentHeader));
}

/** To look at the worker's page makes it do nothing; the button on it does. */
function causes({ to, request }: Exchange): boolean {
  return to !== 'worker' || request.method === 'POST';
}
