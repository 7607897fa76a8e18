/**
 * One measurement: the contestants take turns, A B C A B C, in several short
 * rounds, so that whatever else the machine does falls on all of them; each
 * one's result is the median of its rounds.
 */
import type { Load, LoadProcess } from './load.ts';
import type { RunningServer } from './running-server.ts';

export type Contestant = {
  name: string;
  server: RunningServer;
  /** What it is asked in the next round. */
  load(): LoadOf<Load>;
};

type LoadOf<Any> = Any extends Load ? Omit<Any, 'address' | 'host'> : never;

/** `contestant` gets at least `atLeast` times the rate of `beside`. */
export type Aim = { contestant: string; beside: string; atLeast: number };

export type Measurement = {
  title: string;
  /** What is counted each second. */
  unit: 'requests' | 'flows';
  contestants: Contestant[];
  aims: Aim[];
};

export type Result = {
  name: string;
  /** The median of its rounds, each second. */
  rate: number;
  /** The share of its core that the server used, 0 to 1; `undefined` where unknown. */
  busy: number | undefined;
};

const rounds = 5;

/**
 * Measure, after one round that warms up and does not count.
 *
 * @throws Error where a server answers anything but what it should
 */
export async function measure(
  { title, contestants }: Measurement,
  loadProcess: LoadProcess,
): Promise<Result[]> {
  const rates = new Map(contestants.map(({ name }) => [name, [] as Result[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, server, load } of contestants) {
      const { address, host } = server;
      const busyBefore = server.busy();
      const outcome = await loadProcess.run({ ...load(), address, host });
      const busyAfter = server.busy();
      if (outcome.refused || outcome.done === 0) {
        throw new Error(`${title}: ${name} answered ${outcome.refused ?? 'nothing'}`);
      }
      if (round === 0) continue;
      const busy =
        busyBefore === undefined || busyAfter === undefined
          ? undefined
          : (busyAfter - busyBefore) / 1000 / outcome.seconds;
      rates.get(name)!.push({ name, rate: outcome.done / outcome.seconds, busy });
    }
  }
  return [...rates.values()].map(medianOf);
}

/** The round in the middle. */
function medianOf(results: Result[]): Result {
  return results.toSorted((a, b) => a.rate - b.rate)[Math.floor(results.length / 2)]!;
}
