import type { RunReport, Runs } from '../src/runs.ts';

export const emptyReport: RunReport = {
  started_at: '',
  jobs: [],
  tokens_requested: 0,
  calls_served: 0,
};

/** What a status page is made of, of a worker that has done nothing. */
export function idle({ run = async () => emptyReport }: { run?: Runs['run'] } = {}) {
  const inAll = () => ({ tokens_requested: 0, calls_served: 0 });
  return {
    runs: { run, last: () => [], inAll },
    registration: { standing: () => ({ state: 'registered', saved: true }) as const },
  };
}
