/**
 * Step mode: which messages are held in the wire, and what becomes of them.
 *
 * A message is held twice: before it reaches the role, and before its answer
 * goes back. While anything is held, the roles' clock stands still.
 */
import { nameMessage } from '../explain/name-message.ts';
import type { RolesClock } from './clock.ts';
import type {
  ControlState,
  EditedRequest,
  EditedResponse,
  Exchange,
  Flow,
  Held,
  Side,
} from './exchange.ts';

type Edits = { request: EditedRequest; response: EditedResponse };

/** How a message goes on: changed, not at all, or as it was. */
export type Decision<S extends Side> = Edits[S] | 'drop' | undefined;

type Waiting = {
  exchange: Exchange;
  side: Side;
  goOn: (decision: Decision<Side>) => void;
};

const kindsHeld: Record<ControlState['step']['only'], Flow['kind'][]> = {
  everything: ['sign-in', 'visit', 'worker', 'other'],
  people: ['sign-in', 'visit'],
  worker: ['worker'],
};

/**
 * @param onChange step mode or the queue has changed
 */
export function createHold(clock: RolesClock, onChange: () => void) {
  let step: ControlState['step'] = { on: false, only: 'everything', breakpoints: [] };
  /** The oldest first. */
  let queue: Waiting[] = [];

  function letGo(one: Waiting, decision: Decision<Side>): void {
    queue = queue.filter((other) => other !== one);
    if (queue.length === 0) clock.goOn();
    one.goOn(decision);
    onChange();
  }

  function letGoIf(one: Waiting | undefined, decision: Decision<Side>): boolean {
    if (one) letGo(one, decision);
    return one !== undefined;
  }

  function waiting(exchange: number, side: Side): Waiting | undefined {
    return queue.find((one) => one.exchange.id === exchange && one.side === side);
  }

  function letAllGo(): void {
    for (const one of queue) letGo(one, undefined);
  }

  return {
    step: () => step,
    held: (): Held[] =>
      queue.map(({ exchange, side }) => ({ exchange: exchange.id, side })),

    set(change: Partial<ControlState['step']>): void {
      step = { ...step, ...change };
      onChange();
    },

    /** Before anything is known of its flow: may this one have to wait? */
    mayWait({ noise, sentAgain }: Exchange): boolean {
      if (noise) return false;
      return step.on || (step.breakpoints.length > 0 && sentAgain === undefined);
    },

    /** @param kind of its flow */
    mustWait(exchange: Exchange, side: Side, kind: Flow['kind'] | undefined): boolean {
      if (!this.mayWait(exchange) || !kind) return false;
      if (!kindsHeld[step.only].includes(kind)) return false;
      if (step.on) return true;
      const name = nameMessage(exchange)[side]?.kind;
      return name !== undefined && step.breakpoints.includes(name);
    },

    /** Resolves when somebody lets it go. */
    wait<S extends Side>(exchange: Exchange, side: S): Promise<Decision<S>> {
      return new Promise((resolve) => {
        const goOn = resolve as Waiting['goOn'];
        queue.push({ exchange, side, goOn });
        clock.standStill();
        onChange();
      });
    },

    /** The oldest one goes. @returns whether there was one; so in the rest */
    next: (): boolean => letGoIf(queue[0], undefined),

    release: <S extends Side>(exchange: number, side: S, edit?: Edits[S]): boolean =>
      letGoIf(waiting(exchange, side), edit),

    drop: (exchange: number, side: Side): boolean =>
      letGoIf(waiting(exchange, side), 'drop'),

    /** Step mode off, everything goes; breakpoints stay. */
    run(): void {
      step = { ...step, on: false };
      letAllGo();
      onChange();
    },

    letAllGo,

    /** Whoever waited for it has hung up. */
    leave(exchange: Exchange): void {
      for (const one of queue) if (one.exchange === exchange) letGo(one, 'drop');
    },
  };
}

export type Hold = ReturnType<typeof createHold>;
