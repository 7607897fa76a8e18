/**
 * Every setting of the resource server, from the environment.
 */
import { resolve } from 'node:path';
import { sharedClock, systemClock } from '@four-roles/protocol/clock';
import { isLoopback } from '@four-roles/protocol/loopback';
import { readCredentials } from '@four-roles/runtime/credentials-file';
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
import { type RevocationMode, revocationModes } from './access/revocation-check.ts';
import { allRules } from './rules/all.ts';

const schema = z
  .object({
    RESOURCE_SERVER_ORIGIN: originSetting('http://localhost:9002'),
    RESOURCE_SERVER_PORT: portSetting(),
    AUTHORIZATION_SERVER_ORIGIN: originSetting('http://localhost:9001'),
    DATA_FOLDER: dataFolderSetting(),
    REVOCATION_CHECK: z
      .enum(revocationModes, 'it is neither introspection nor list nor local')
      .default('introspection')
      .describe('introspection'),
    CLOCK_FILE: clockFileSetting(),
    TRACE_RULES: traceRulesSetting(),
    ...labSettings('resource-server', allRules),
  })
  .superRefine(onlyOnLoopback('RESOURCE_SERVER_ORIGIN'))
  .refine(
    ({ LAB, AUTHORIZATION_SERVER_ORIGIN: issuer }) => !LAB || isLoopback(new URL(issuer)),
    {
      path: ['LAB'],
      error: 'AUTHORIZATION_SERVER_ORIGIN is not on loopback',
    },
  );

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
  const settings = readSettings(schema);
  return {
    origin: settings.RESOURCE_SERVER_ORIGIN,
    port: settings.RESOURCE_SERVER_PORT ?? portOf(settings.RESOURCE_SERVER_ORIGIN),
    issuer: settings.AUTHORIZATION_SERVER_ORIGIN,
    databaseFile: resolve(settings.DATA_FOLDER, 'resource-server.sqlite'),
    revocationCheck: settings.REVOCATION_CHECK,
    credentials: credentials(settings.DATA_FOLDER, settings.REVOCATION_CHECK),
    clock: settings.CLOCK_FILE ? sharedClock(settings.CLOCK_FILE) : systemClock,
    rulesOff: settings.RULES_OFF,
    traceRules: settings.TRACE_RULES === 'true',
  };
}

/** With which this server asks the authorization server what was revoked. */
function credentials(dataFolder: string, revocationCheck: RevocationMode) {
  const file = resolve(dataFolder, 'credentials/acorn-apis.json');
  const found = readCredentials(file);
  if (found || revocationCheck === 'local') return found;
  console.error(
    `There is no ${file}: \`pnpm dev\` makes it, and REVOCATION_CHECK=local does without.`,
  );
  process.exit(78);
}
