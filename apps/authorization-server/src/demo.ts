/**
 * node src/demo.ts [client_id ...]
 *
 * Registers the people and the applications of the demonstration, and issues a
 * new secret to each client that is named. The secrets go to standard output,
 * once, as a console would show them; here only their hashes are kept.
 *
 *     [{"client_id":"briefing","client_secret":"..."}]
 *
 * Everybody knows these passwords, so this refuses to run anywhere but on
 * loopback.
 */
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
const storage = openStorage(config.databaseFile);

const accounts = [
  { subject: 'acct_7Q2mZk4TnW', ...ada, isOperator: true },
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

/** Confidential from the first moment: until it is issued one, nobody knows its secret. */
const confidential = {
  tokenEndpointAuthMethod: 'client_secret_basic' as const,
  secretHash: sha256(randomValue()),
  isResourceServer: false,
};
const machine = {
  ...confidential,
  applicationType: 'service' as const,
  redirectUris: [],
  postLogoutRedirectUris: [],
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
  ...machine,
  clientId: 'nightly',
  clientName: 'Nightly',
  clientUri: config.client,
  grantTypes: ['client_credentials'],
  scopes: [
    'contacts.read',
    'contacts.write',
    'payments.read',
    'payments.create',
    'gateway.call',
  ],
});
await storage.keepClient({
  ...machine,
  clientId: 'acorn-apis',
  clientName: 'Acorn APIs',
  clientUri: config.resourceServer,
  grantTypes: [],
  scopes: [],
  isResourceServer: true,
});

const issued: Credentials[] = [];
for (const client_id of process.argv.slice(2)) {
  const client_secret = randomValue();
  await storage.rotateClientSecret(client_id, sha256(client_secret), 0);
  issued.push({ client_id, client_secret });
}
console.log(JSON.stringify(issued));
storage.close();
