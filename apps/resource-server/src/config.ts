/**
 * Every setting of the resource server, from the environment.
 */
import { resolve } from 'node:path';
import { sharedClock, systemClock } from '@four-roles/protocol/clock';
import { isLoopback } from '@four-roles/protocol/loopback';
import { readCredentials } from '@four-roles/runtime/credentials-file';
import {
  clockFileSetting,
  dataFolderSetting,
  labSettings,
  onlyOnLoopback,
  originSetting,
  portOf,
  portSetting,
  readSettings,
  traceRulesSetting,
} from '@four-roles/runtime/settings';
import { z } from 'zod';
import { allRules } from './rules/all.ts';

const schema = z
  .object({
    RESOURCE_SERVER_ORIGIN: originSetting('http://localhost:9002'),
    RESOURCE_SERVER_PORT: portSetting(),
    AUTHORIZATION_SERVER_ORIGIN: originSetting('http://localhost:9001'),
    DATA_FOLDER: dataFolderSetting(),
    REVOCATION_CHECK: z
      .enum(['local', 'introspection'], 'it is neither local nor introspection')
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
    introspectionCredentials:
      settings.REVOCATION_CHECK === 'introspection'
        ? introspectionCredentials(settings.DATA_FOLDER)
        : undefined,
    clock: settings.CLOCK_FILE ? sharedClock(settings.CLOCK_FILE) : systemClock,
    rulesOff: settings.RULES_OFF,
    traceRules: settings.TRACE_RULES === 'true',
  };
}

/** With which this server asks the authorization server whether a token was revoked. */
function introspectionCredentials(dataFolder: string) {
  const file = resolve(dataFolder, 'credentials/acorn-apis.json');
  const credentials = readCredentials(file);
  if (credentials) return credentials;
  console.error(
    `There is no ${file}: \`pnpm dev\` makes it, and REVOCATION_CHECK=local does without.`,
  );
  process.exit(78);
}
