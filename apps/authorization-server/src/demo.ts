/**
 * node src/demo.ts [client_id ...] [initial-access-token]
 *
 * Registers the people and the applications of the demonstration, and issues a
 * new secret to each client that is named and, where it is asked for, a token
 * of Ada's with which programs register themselves. What is secret goes to standard
 * output, once, as a console would show it; here only hashes are kept.
 *
 *     [{"client_id":"briefing","client_secret":"..."},{"initial_access_token":"..."}]
 *
 * Everybody knows these passwords, so this refuses to run anywhere but on
 * loopback.
 */
import { seconds, sharedClock, systemClock } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import type { Credentials } from '@four-roles/runtime/credentials-file';
import { ada, grace } from '@four-roles/runtime/people';
import { readConfig } from './config.ts';
import { hashPassword, verifyPassword } from './resource-owner/password.ts';
import { openStorage } from './storage/storage.ts';

const config = readConfig();
if (!config.onLoopback) {
  console.error('The demonstration accounts exist on loopback only.');
  process.exit(78);
}
const clock = config.clockFile ? sharedClock(config.clockFile) : systemClock;
const storage = openStorage(config.databaseFile);

const subjectOfAda = 'acct_7Q2mZk4TnW';
const accounts = [
  { subject: subjectOfAda, ...ada, isOperator: true },
  { subject: 'acct_9XbR3pLsVd', ...grace, isOperator: false },
];
for (const { subject, username, password, isOperator } of accounts) {
  const known = await storage.findAccount(subject);
  const upToDate = known?.isOperator === isOperator;
  if (upToDate && (await verifyPassword(known.passwordHash, password))) continue;
  await storage.keepAccount({
    subject,
    username,
    isOperator,
    passwordHash: await hashPassword(password),
  });
}

/** What a program without a person may be registered for. */
const scopesOfMachines = [
  ...['contacts.read', 'contacts.write'],
  ...['payments.read', 'payments.create', 'gateway.call'],
];

/** Confidential from the first moment: until it is issued one, nobody knows its secret. */
const confidential = {
  tokenEndpointAuthMethod: 'client_secret_basic' as const,
  secretHash: sha256(randomValue()),
  isResourceServer: false,
};
await storage.keepClient({
  ...confidential,
  clientId: 'briefing',
  clientName: 'Briefing',
  clientUri: config.client,
  redirectUris: [`${config.client}/callback`],
  postLogoutRedirectUris: [`${config.client}/`],
  grantTypes: ['authorization_code', 'refresh_token'],
  scopes: ['openid', 'profile', 'email', 'mail.read', 'mail.send'],
});
await storage.keepClient({
  ...confidential,
  clientId: 'acorn-apis',
  clientName: 'Acorn APIs',
  clientUri: config.resourceServer,
  applicationType: 'service',
  redirectUris: [],
  postLogoutRedirectUris: [],
  grantTypes: [],
  scopes: [],
  isResourceServer: true,
});

const issued: (Credentials | { initial_access_token: string })[] = [];
for (const wanted of process.argv.slice(2)) {
  if (wanted === 'initial-access-token') {
    issued.push({ initial_access_token: await makeInitialAccessToken() });
    continue;
  }
  const client_id = wanted;
  const client_secret = randomValue();
  if (!(await storage.rotateClientSecret(client_id, sha256(client_secret), 0))) {
    console.error(`There is no client ${client_id}.`);
    process.exit(64);
  }
  issued.push({ client_id, client_secret });
}
console.log(JSON.stringify(issued));
storage.close();

/** For a day and a few registrations: a program that crashes in the middle begins again. */
async function makeInitialAccessToken(): Promise<string> {
  const token = randomValue();
  const now = seconds(clock);
  await storage.keepInitialAccessToken({
    tokenHash: sha256(token),
    owner: subjectOfAda,
    scopes: scopesOfMachines,
    registrationsLeft: 5,
    createdAt: now,
    expiresAt: now + 24 * 3600,
  });
  return token;
}
