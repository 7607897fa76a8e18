/**
 * node src/run-persona.ts <crm-copy | payment-processor | api-gateway>
 *
 * One persona at work, as a client of its own: it registers itself where it
 * never has, gets one token for one resource, does its job with it, and says
 * what it decided. `pnpm persona <name>` starts it beside `pnpm dev`.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { apiCaller } from './api-call.ts';
import { withBackOff } from './back-off.ts';
import * as config from './config.ts';
import { machineClientOrExit } from './machine-client.ts';
import { allPersonas } from './personas/all.ts';
import { reasonOf } from './reason.ts';
import { credentialsFile } from './registration/credentials-file.ts';
import { initialAccessToken } from './registration/initial-access-token.ts';

const { clock, credentialsFolder: folder, issuer, resourceServer } = config;
const say = (line: string) => console.log(line);
const persona = allPersonas.find(({ id }) => id === process.argv[2]);
if (!persona) {
  console.error(`Name one of ${allPersonas.map(({ id }) => id).join(', ')}.`);
  process.exit(78);
}
const { id, name, description, job } = persona;
const access = { resource: resourceServer + job.resource, scope: job.scope };

// 1. Who am I? A client of my own, with the scopes of my job and no others.
const file = join(folder, `${id}.json`);
const patience = {
  sleep: (milliseconds: number) => wait(milliseconds),
  random: Math.random,
};
const { registration, tokens } = machineClientOrExit({
  ...{ issuer, clock, patience },
  application: { name, description, uri: config.origin, scope: job.scope },
  method: config.clientAuthentication,
  file: credentialsFile(file),
  initialAccessToken: initialAccessToken(
    folder,
    config.initialAccessTokenFromEnvironment,
  ),
  ifUnknown: `is DATA_FOLDER the one of the servers? If it is, remove ${file} and start again`,
  print: say,
});
const known = registration.standing().client;
say(`${name}: I am ${known ? `registered as ${known.client_id}` : 'not registered yet'}`);

try {
  await withBackOff(registration.credentials, patience);

  // 2. One token, for one resource; it is kept for all of the work.
  say(`I ask for a token for ${access.resource}, with the scope ${job.scope}`);
  await tokens.tokenFor(access);
  say('I have it, and show it to nobody but that resource');

  // 3. The work.
  let served = 0;
  const call = apiCaller({
    ...{ tokens, clock, patience },
    stopping: new AbortController().signal,
    onServed: () => served++,
  });
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  say(await job.work((request) => call(access, request), today));
  say(`Tokens asked for: ${tokens.requested()}. Calls served: ${served}.`);
} catch (error) {
  console.error(`Not done: ${reasonOf(error)}`);
  process.exitCode = 1;
}
