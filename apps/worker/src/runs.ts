/**
 * Runs: all jobs, one after the other, and what came of them.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { continueTrace, currentTrace, inTrace } from '@four-roles/protocol/trace-context';
import type { AccessTokens } from './access-token.ts';
import { apiCaller } from './api-call.ts';
import type { Patience } from './back-off.ts';
import type { Job } from './personas/persona.ts';
import { reasonOf } from './reason.ts';
import type { Registration } from './registration/registration.ts';

/** What GET /runs shows of a run. */
export type RunReport = {
  /** ISO 8601. */
  started_at: string;
  jobs: { name: string; ok: boolean; line: string }[];
} & Counts;

/** How few tokens how many calls took. */
export type Counts = { tokens_requested: number; calls_served: number };

export type Runs = {
  /**
   * Run all jobs now; while a run is under way, it is the one that is waited for.
   * A run is one trace, that of the request which asked for it where one did.
   */
  run(): Promise<RunReport>;
  /** The last twenty, the newest first. */
  last(): RunReport[];
  /** Since the worker started. */
  inAll(): Counts;
};

const runsKept = 20;

export function runs(options: {
  jobs: Job[];
  resourceServer: string;
  registration: Pick<Registration, 'beginRun'>;
  tokens: AccessTokens;
  clock: Clock;
  patience: Patience;
  stopping: AbortSignal;
  /** A line for people, and whether what it tells went well. */
  print: (line: string, ok: boolean) => void;
}): Runs {
  const { jobs, resourceServer, registration, tokens, clock, stopping, print } = options;
  const reports: RunReport[] = [];
  let underWay: Promise<RunReport> | undefined;
  let served = 0;
  const call = apiCaller({ ...options, onServed: () => served++ });
  const inAll = () => ({ tokens_requested: tokens.requested(), calls_served: served });

  async function runJob(job: Job, today: string): Promise<RunReport['jobs'][number]> {
    const access = { resource: resourceServer + job.resource, scope: job.scope };
    try {
      const line = await job.work((request) => call(access, request), today);
      return { name: job.name, ok: true, line };
    } catch (error) {
      const reason = stopping.aborted ? 'the worker was stopped' : reasonOf(error);
      return { name: job.name, ok: false, line: `not done: ${reason}` };
    }
  }

  async function runAll(): Promise<RunReport> {
    const started_at = new Date(clock.now()).toISOString();
    const before = inAll();
    const today = started_at.slice(0, 10);
    const done: RunReport['jobs'] = [];
    registration.beginRun();
    for (const job of jobs) {
      if (stopping.aborted) break;
      const result = await runJob(job, today);
      print(`${result.name}: ${result.line}`, result.ok);
      done.push(result);
    }
    const report = {
      started_at,
      jobs: done,
      tokens_requested: tokens.requested() - before.tokens_requested,
      calls_served: served - before.calls_served,
    };
    print(
      summary(report, inAll()),
      done.every(({ ok }) => ok),
    );
    reports.unshift(report);
    reports.splice(runsKept);
    return report;
  }

  return {
    run() {
      underWay ??= inTrace(currentTrace() ?? continueTrace(), runAll).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    last: () => reports,
    inAll,
  };
}

/** `run finished: 3 tokens asked for, 14 calls served; in all 6 tokens, 28 calls` */
function summary(report: RunReport, inAll: Counts): string {
  const ended = report.jobs.every((job) => job.ok)
    ? 'run finished'
    : 'run finished with failures';
  const tokens = count(report.tokens_requested, 'token');
  const calls = count(report.calls_served, 'call');
  const all = `${count(inAll.tokens_requested, 'token')}, ${count(inAll.calls_served, 'call')}`;
  return `${ended}: ${tokens} asked for, ${calls} served; in all ${all}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
