/**
 * The settings of the client. Nothing else here reads the environment.
 */
import { join, resolve } from 'node:path';
import { type Clock, sharedClock, systemClock } from '@four-roles/protocol/clock';
import {
  clockFileSetting,
  labSettings,
  onlyOnLoopback,
  traceRulesSetting,
} from '@four-roles/runtime/development-settings';
import {
  dataFolderSetting,
  originSetting,
  portOf,
  portSetting,
  readSettings,
} from '@four-roles/runtime/settings';
import { z } from 'zod';
import { allRules } from './rules/all.ts';

/** Next.js moves this file when it builds, but runs in the folder of this app. */
const appFolder = process.cwd();

const settings = readSettings(
  z
    .object({
      CLIENT_ORIGIN: originSetting('http://localhost:9000'),
      CLIENT_PORT: portSetting().describe('9000'),
      AUTHORIZATION_SERVER_ORIGIN: originSetting('http://localhost:9001'),
      RESOURCE_SERVER_ORIGIN: originSetting('http://localhost:9002'),
      DATA_FOLDER: dataFolderSetting(resolve(appFolder, '../..')),
      CLOCK_FILE: clockFileSetting(),
      TRACE_RULES: traceRulesSetting(),
      ...labSettings('client', allRules),
    })
    .superRefine(onlyOnLoopback('CLIENT_ORIGIN')),
);

/** Where people reach this app. Absolute addresses come from here, never from a request. */
export const origin = settings.CLIENT_ORIGIN;
export const port = settings.CLIENT_PORT ?? portOf(origin);

/** The authorization server, by the one name that it must give itself. */
export const issuer = settings.AUTHORIZATION_SERVER_ORIGIN;
export const resourceServer = settings.RESOURCE_SERVER_ORIGIN;

export const databaseFile = join(settings.DATA_FOLDER, 'client.sqlite');
export const migrationsFolder = join(appFolder, 'migrations');
export const credentialsFile = join(settings.DATA_FOLDER, 'credentials/briefing.json');

export const clock: Clock = settings.CLOCK_FILE
  ? sharedClock(settings.CLOCK_FILE)
  : systemClock;

/** Rules that a lab has switched off. */
export const rulesOff: ReadonlySet<string> = settings.RULES_OFF;

/** Answers tell what the rules said. */
export const traceRules = settings.TRACE_RULES === 'true';

/**
 * `next dev` needs `eval` and a WebSocket of its own; `next start` does not.
 * Not a setting: Next.js replaces it when it builds.
 */
export const development = process.env.NODE_ENV === 'development';
