/**
 * Starts the authorization server: settings, database, keys, HTTP.
 */
import { seconds, sharedClock, systemClock } from '@four-roles/protocol/clock';
import { randomValue } from '@four-roles/protocol/random-value';
import { printLine } from '@four-roles/runtime/print-line';
import { serve } from '@four-roles/runtime/serve';
import { readTls } from '@four-roles/runtime/tls';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { loadKeyRing } from './signing-keys/key-ring.ts';
import { openStorage } from './storage/storage.ts';

const config = readConfig();
const tls = readTls(config.issuer);
const clock = config.clockFile ? sharedClock(config.clockFile) : systemClock;
const storage = openStorage(config.databaseFile);
const keys = await loadKeyRing(storage, clock);
const secret = await storage.findOrKeepServerSecret(randomValue());

const removeExpiredRows = () => storage.removeExpiredRows(seconds(clock));
await removeExpiredRows();
const minute = 60_000;
const cleanUp = () =>
  removeExpiredRows().catch((error) => logUnforeseen(error, 'the clean-up'));
setInterval(cleanUp, minute).unref();

serve(await createApp(config, storage, clock, keys, secret, printLine), {
  role: 'authorization server',
  origin: config.issuer,
  port: config.port,
  tls,
  portSetting: 'AUTHORIZATION_SERVER_ORIGIN',
  onStop: storage.close,
});
