/**
 * Runs: all jobs, one after the other, and what came of them.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { z } from 'zod';
import type { AccessTokens } from './access-token.ts';
import { apiCaller } from './api-call.ts';
import type { Patience } from './back-off.ts';
import type { Job } from './jobs/job.ts';

/** What GET /runs shows of a run. */
export type RunReport = {
  /** ISO 8601. */
  started_at: string;
  jobs: { name: string; ok: boolean; line: string }[];
  tokens_requested: number;
  calls_served: number;
};

export type Runs = {
  /** Run all jobs now; while a run is under way, it is the one that is waited for. */
  run(): Promise<RunReport>;
  /** The last twenty, the newest first. */
  last(): RunReport[];
};

const runsKept = 20;

export function runs(options: {
  jobs: Job[];
  resourceServer: string;
  tokens: AccessTokens;
  clock: Clock;
  patience: Patience;
  stopping: AbortSignal;
  print: (line: string) => void;
}): Runs {
  const { jobs, resourceServer, tokens, clock, stopping, print } = options;
  const reports: RunReport[] = [];
  let underWay: Promise<RunReport> | undefined;
  let served = 0;
  const call = apiCaller({ ...options, onServed: () => served++ });

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
    const [tokensBefore, servedBefore] = [tokens.requested(), served];
    const today = started_at.slice(0, 10);
    const done: RunReport['jobs'] = [];
    for (const job of jobs) {
      if (stopping.aborted) break;
      const result = await runJob(job, today);
      print(`${result.name}: ${result.line}`);
      done.push(result);
    }
    const report = {
      started_at,
      jobs: done,
      tokens_requested: tokens.requested() - tokensBefore,
      calls_served: served - servedBefore,
    };
    print(summary(report));
    reports.unshift(report);
    reports.splice(runsKept);
    return report;
  }

  return {
    run() {
      underWay ??= runAll().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    last: () => reports,
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'the answer is not of the expected shape';
  if (error instanceof OAuthError && error.rule) {
    return `the rule ${error.rule.id} does not hold (${error.rule.spec})`;
  }
  return (error as Error).message;
}

/** `run finished: 3 tokens asked for, 14 calls served` */
function summary(report: RunReport): string {
  const { tokens_requested, calls_served, jobs } = report;
  const ended = jobs.every((job) => job.ok)
    ? 'run finished'
    : 'run finished with failures';
  const tokens = count(tokens_requested, 'token');
  return `${ended}: ${tokens} asked for, ${count(calls_served, 'call')} served`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
