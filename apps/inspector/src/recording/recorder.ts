/**
 * Turns what the wiretap tells into exchanges: it fills them in as they pass,
 * finds their flow, and holds them where somebody wants to see them held.
 *
 * Whoever watches is told when the request has come and when the answer has been
 * passed on, and in between when a message is held or goes on; not once for each
 * piece of a body.
 */
import type { Observer, RequestHead, Watching } from '../wiretap/observer.ts';
import { longestHeld } from '../wiretap/pour.ts';
import { changeRequest, changeResponse } from './change-message.ts';
import type { RolesClock } from './clock.ts';
import type { Exchange, Side } from './exchange.ts';
import type { Flows } from './flows.ts';
import type { Hold } from './hold.ts';
import { identifySender } from './identify-sender.ts';
import { isNoise } from './noise.ts';
import { bodyReader, noBody } from './read-body.ts';
import { verdictReader } from './read-verdicts.ts';
import type { Store } from './store.ts';

/** One recording, from one clearing to the next. */
export type Run = { id: string; store: Store; flows: Flows };

/**
 * @param options.run the recording that new exchanges belong to
 * @param options.sentAgain says of a new one which it repeats, by the port it comes from
 * @param options.now milliseconds since the epoch, by the machine's clock
 */
export function createRecorder(options: {
  run: () => Run;
  hold: Hold;
  clock: RolesClock;
  sentAgain: (remotePort: number, exchange: number) => number | undefined;
  now: () => number;
}): Observer {
  const { hold, clock, sentAgain, now } = options;
  const readVerdicts = verdictReader();

  function begin({ store }: Run, head: RequestHead): Exchange {
    const { to, method, target, headers } = head;
    const movedBy = clock.movedBy();
    const exchange = store.add({
      ...identifySender(headers),
      ...{ to, startedAt: now(), heldFor: 0, verdicts: [], flow: 0 },
      request: { method, target, headers, body: noBody },
      ...(movedBy !== 0 && { movedBy }),
      ...(isNoise(head) && { noise: true }),
    });
    const repeats = sentAgain(head.remotePort, exchange.id);
    if (repeats !== undefined) exchange.sentAgain = repeats;
    return exchange;
  }

  return (head: RequestHead): Watching => {
    const run = options.run();
    const { store, flows } = run;
    const exchange = begin(run, head);
    const noise = exchange.noise === true;
    const stoodBefore = clock.stood();
    const bodies = { request: bodyReader(noise), response: bodyReader(noise) };
    const mayWait = { request: false, response: false };
    let placed = false;

    /** An answer may come before the request is whole; then this was done already. */
    function place(): void {
      if (placed) return;
      placed = true;
      flows.requestCame(exchange, store.get(exchange.sentAgain ?? 0));
    }

    function mustWait(side: Side): boolean {
      // What is too long to be read whole has gone on already.
      if (!mayWait[side] || bodies[side].size() > longestHeld) return false;
      if (run !== options.run()) return false;
      return hold.mustWait(exchange, side, flows.flowOf(exchange)?.kind);
    }

    function end(): void {
      if (exchange.finishedAt !== undefined) return;
      exchange.finishedAt = now();
      exchange.heldFor = clock.stood() - stoodBefore;
      place();
      flows.ended(exchange);
      store.changed(exchange);
    }

    return {
      mayHoldRequest() {
        mayWait.request = hold.mayWait(exchange);
        return mayWait.request;
      },

      requestBody: (chunk) => bodies.request.add(chunk),

      async requestComplete() {
        exchange.request.body = bodies.request.read(head.headers);
        place();
        const wait = mustWait('request');
        if (!wait) flows.arrived(exchange);
        store.changed(exchange);
        if (!wait) return undefined;

        const decision = await hold.wait(exchange, 'request');
        if (decision === 'drop') return decision;
        if (decision) changeRequest(exchange, decision);
        flows.arrived(exchange);
        store.changed(exchange);
        return decision;
      },

      responseHead({ status, reason, headers }, trace) {
        place();
        exchange.response = { status, reason, headers, body: noBody };
        if (trace !== undefined) Object.assign(exchange, readVerdicts(trace));
        flows.answerBegan(exchange, { status, headers });
      },

      mayHoldResponse() {
        mayWait.response = hold.mayWait(exchange);
        return mayWait.response;
      },

      responseBody: (chunk) => bodies.response.add(chunk),

      async responseComplete() {
        const { response } = exchange;
        if (!response) return undefined;
        response.body = bodies.response.read(response.headers);
        flows.answerCame(exchange);
        if (!mustWait('response')) return undefined;

        store.changed(exchange);
        const decision = await hold.wait(exchange, 'response');
        if (decision === 'drop' || !decision) return decision;
        flows.answerBegan(exchange, changeResponse(exchange, response, decision));
        return decision;
      },

      upgraded() {
        exchange.upgraded = true;
        end();
      },

      failed(reason) {
        exchange.failure ??= reason;
        hold.leave(exchange);
        end();
      },

      done: end,
    };
  };
}
