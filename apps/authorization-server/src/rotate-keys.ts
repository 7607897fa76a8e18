/**
 * node src/rotate-keys.ts
 * node src/rotate-keys.ts --withdraw=<kid>
 *
 * Rotates the keys with which the authorization server signs, or takes one
 * that leaked out of use, and says what happens when. The server may run
 * meanwhile: it heeds what is in its database from the next request on. It is
 * asked whether it did; where it did not, the status is 1.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isoTime, seconds, sharedClock, systemClock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { readConfig } from './config.ts';
import { keySetLifetime } from './lifetimes.ts';
import { loadKeyRing } from './signing-keys/key-ring.ts';
import { rotateKeys, withdrawKey } from './signing-keys/key-rotation.ts';
import { keyThatSigns, publishedKeys, stateOf } from './signing-keys/key-state.ts';
import { NotAsked, servedKeySet } from './signing-keys/served-key-set.ts';
import { openStorage } from './storage/storage.ts';

const usage = `Usage: pnpm rotate-keys
       pnpm rotate-keys --withdraw=<kid>`;

const config = readConfig();
const clock = config.clockFile ? sharedClock(config.clockFile) : systemClock;
const withdrawn = readArguments();
const storage = openStorage(config.databaseFile);
try {
  await loadKeyRing(storage, clock);
  const kid = withdrawn === undefined ? await rotate() : await withdraw(withdrawn);
  await listKeys();
  await askServer(kid);
} catch (error) {
  if (error instanceof OAuthError) console.error(`${error.message} ${error.rule?.fix}`);
  else if (error instanceof NotAsked) console.error(error.message);
  else throw error;
  process.exitCode = 1;
} finally {
  storage.close();
}

/** The key that is to be withdrawn, where one is. */
function readArguments(): string | undefined {
  try {
    return parseArgs({ options: { withdraw: { type: 'string' } } }).values.withdraw;
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(64);
  }
}

/** @returns the new key */
async function rotate(): Promise<string> {
  const { kid, signsFrom } = await rotateKeys(storage, clock);
  console.log(
    `A new key, ${kid}, is in the key set from now on.\n` +
      `It signs from ${time(signsFrom)} on, in ${keySetLifetime} seconds: until then, ` +
      'somebody may hold a copy of the key set in which it is missing.\n' +
      'The key before it stays in the key set until the last token that it signs has ' +
      'expired. Nothing that was issued stops working.',
  );
  return kid;
}

/** @returns the key that signs instead */
async function withdraw(kid: string): Promise<string> {
  await withdrawKey(kid, storage, clock);
  const signs = keyThatSigns(await storage.listSigningKeys(), seconds(clock))!;
  console.log(
    `The key ${kid} is withdrawn, and ${signs.kid} signs.\n` +
      'What it signed is refused here at once, and by everybody who verifies signatures ' +
      `as soon as they fetch the key set again: within ${keySetLifetime} seconds.\n` +
      'Clients have to ask for new tokens; refresh tokens and sessions go on working.',
  );
  return signs.kid;
}

async function listKeys(): Promise<void> {
  const now = seconds(clock);
  const keys = await storage.listSigningKeys();
  const { clockFile } = config;
  const by = clockFile && existsSync(clockFile) ? ` by the clock in ${clockFile}` : '';
  console.log(`The keys in ${config.databaseFile}, at ${time(now)}${by}:`);
  const words = { waits: 'waits', signs: 'signs', retired: 'signs no more' };
  for (const key of publishedKeys(keys, now)) {
    const { kid, signsFrom, publishedUntil } = key;
    const from = signsFrom > now ? `, until ${time(signsFrom)}` : '';
    const until = publishedUntil ? `, in the key set until ${time(publishedUntil)}` : '';
    console.log(`  ${kid}  ${words[stateOf(key, keys, now)]}${from}${until}`);
  }
}

/** @param kid has to be in its key set now, and what was withdrawn has not */
async function askServer(kid: string): Promise<void> {
  const { issuer } = config;
  const served = await servedKeySet(issuer);
  if (served === 'nobody answers') {
    console.log(`No server answers at ${issuer}; it will have it at its next start.`);
  } else if (served.includes(kid) && !served.includes(withdrawn ?? '')) {
    console.log(`The server at ${issuer} has it.`);
  } else {
    console.error(
      `The server at ${issuer} does not have it: does it run with another DATA_FOLDER?`,
    );
    process.exitCode = 1;
  }
}

/** @param at seconds since the epoch */
function time(at: number): string {
  return isoTime(at).replace('T', ' ').replace('Z', ' UTC');
}
