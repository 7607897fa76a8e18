/**
 * The resource server, "Acorn APIs": `node src/main.ts`
 */
import { resolve } from 'node:path';
import { openDatabase } from '@four-roles/runtime/database';
import { printLine } from '@four-roles/runtime/print-line';
import { serve } from '@four-roles/runtime/serve';
import { readTls } from '@four-roles/runtime/tls';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { seed } from './storage/seed.ts';
import { startExchangeRates } from './upstream/exchange-rates.ts';

const { port, databaseFile, ...config } = readConfig();
const tls = readTls(config.origin);
const migrations = resolve(import.meta.dirname, '../migrations');
const database = openDatabase(databaseFile, migrations);
seed(database, config.clock);
const exchangeRates = await startExchangeRates(config.clock);

const app = createApp({
  ...config,
  database,
  upstream: exchangeRates.address,
  logRequest: printLine,
});
serve(app, {
  role: 'resource server',
  origin: config.origin,
  port,
  tls,
  portSetting: 'RESOURCE_SERVER_PORT',
  onStop: () => {
    exchangeRates.stop();
    database.$client.close();
  },
});
