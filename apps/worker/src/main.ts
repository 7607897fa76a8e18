/**
 * Nightly, the worker: a client that is a server. It runs its jobs at start
 * and then on an interval, each with a token of its own and nobody signed in.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { watchRules } from '@four-roles/protocol/rule';
import { serve } from '@four-roles/runtime/serve';
import { readTls } from '@four-roles/runtime/tls';
import { accessTokens } from './access-token.ts';
import { createApp } from './app.ts';
import {
  clock,
  credentialsFile,
  credentialsFromEnvironment,
  intervalSeconds,
  issuer,
  origin,
  port,
  resourceServer,
  rulesOff,
  traceRules,
} from './config.ts';
import { firstContact } from './first-contact.ts';
import { allJobs } from './jobs/all.ts';
import { NotRegistered, registration } from './registration.ts';
import { runs } from './runs.ts';

function credentialsOrExit() {
  try {
    return registration(credentialsFile, credentialsFromEnvironment);
  } catch (error) {
    if (!(error instanceof NotRegistered)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}

const tls = readTls(origin);
const stop = new AbortController();
const stopping = stop.signal;
const patience = {
  sleep: (milliseconds: number) => wait(milliseconds, undefined, { signal: stopping }),
  random: Math.random,
};
const credentials = credentialsOrExit();
const tokens = accessTokens({ issuer, credentials, clock, patience });
const nightly = runs({
  jobs: allJobs,
  resourceServer,
  tokens,
  clock,
  patience,
  stopping,
  print: console.log,
});

async function runUntilStopped(): Promise<void> {
  try {
    await firstContact(issuer, `${resourceServer}/business/contacts`, clock, stopping);
    while (!stopping.aborted) {
      await watchRules({ off: rulesOff }, nightly.run);
      await patience.sleep(intervalSeconds * 1000);
    }
  } catch (error) {
    if (!stopping.aborted) throw error;
  }
}

process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
const finished = runUntilStopped();
const watch = { trace: traceRules, off: rulesOff };
serve(createApp(origin, nightly, watch, console.log), {
  role: 'worker',
  origin,
  port,
  tls,
  portSetting: 'WORKER_PORT',
  onStop: () => finished,
});
