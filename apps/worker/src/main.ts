/**
 * Nightly, the worker: a client that is a server. It runs its jobs at start
 * and then on an interval, each with a token of its own and nobody signed in.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watchRules } from '@four-roles/protocol/rule';
import { currentTrace } from '@four-roles/protocol/trace-context';
import { logLine } from '@four-roles/runtime/log-line';
import { printLine } from '@four-roles/runtime/print-line';
import { serve } from '@four-roles/runtime/serve';
import { readTls } from '@four-roles/runtime/tls';
import { createApp } from './app.ts';
import {
  clientAuthentication,
  clock,
  credentialsFolder,
  credentialsFromEnvironment,
  initialAccessTokenFromEnvironment,
  inProduction,
  intervalSeconds,
  issuer,
  origin,
  port,
  resourceServer,
  rulesOff,
  traceRules,
} from './config.ts';
import { firstContact } from './first-contact.ts';
import { machineClientOrExit } from './machine-client.ts';
import { nightly } from './nightly.ts';
import { allJobs } from './personas/all.ts';
import {
  credentialsFile,
  credentialsInEnvironment,
} from './registration/credentials-file.ts';
import {
  howToRegisterAgain,
  initialAccessToken,
} from './registration/initial-access-token.ts';
import { runs } from './runs.ts';

const tls = readTls(origin);
const stop = new AbortController();
const stopping = stop.signal;
const patience = {
  sleep: (milliseconds: number) => wait(milliseconds, undefined, { signal: stopping }),
  random: Math.random,
};
function print(message: string, ok = true): void {
  const level = ok ? 'info' : 'warn';
  const line = () => logLine(level, { role: 'worker', message }, currentTrace());
  console.log(inProduction ? line() : message);
}

const tokenToRegister = initialAccessToken(
  credentialsFolder,
  initialAccessTokenFromEnvironment,
);
const { registration, tokens } = machineClientOrExit({
  issuer,
  application: nightly(origin),
  method: clientAuthentication,
  file: credentialsFromEnvironment
    ? credentialsInEnvironment(credentialsFromEnvironment)
    : credentialsFile(join(credentialsFolder, 'nightly.json')),
  initialAccessToken: tokenToRegister,
  ifUnknown: howToRegisterAgain(tokenToRegister.place, issuer),
  clock,
  patience,
  print,
});

const nightlyRuns = runs({
  jobs: allJobs,
  resourceServer,
  registration,
  tokens,
  clock,
  patience,
  stopping,
  print,
});

async function runUntilStopped(): Promise<void> {
  try {
    const business = `${resourceServer}/business/contacts`;
    await firstContact(issuer, business, clock, stopping, print);
    while (!stopping.aborted) {
      await watchRules({ off: rulesOff }, nightlyRuns.run);
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
const app = createApp(origin, { runs: nightlyRuns, registration }, watch, printLine);
serve(app, {
  role: 'worker',
  origin,
  port,
  tls,
  portSetting: 'WORKER_PORT',
  onStop: () => finished,
});
