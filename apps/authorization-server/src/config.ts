/**
 * The settings of the authorization server, read once. Nothing else reads
 * `process.env`.
 */
import { join } from 'node:path';
import { isLoopback } from '@four-roles/protocol/loopback';
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

export type Config = ReturnType<typeof readConfig>;

export function readConfig(environment = process.env) {
  const settings = readSettings(
    z
      .object({
        AUTHORIZATION_SERVER_ORIGIN: originSetting('http://localhost:9001'),
        AUTHORIZATION_SERVER_PORT: portSetting(),
        RESOURCE_SERVER_ORIGIN: originSetting('http://localhost:9002'),
        CLIENT_ORIGIN: originSetting('http://localhost:9000'),
        DATA_FOLDER: dataFolderSetting(),
        CLOCK_FILE: clockFileSetting(),
        TRACE_RULES: traceRulesSetting(),
        NODE_EXTRA_CA_CERTS: z.string().optional(),
        ...labSettings('authorization-server', allRules),
      })
      .superRefine(onlyOnLoopback('AUTHORIZATION_SERVER_ORIGIN')),
    environment,
  );
  const issuer = settings.AUTHORIZATION_SERVER_ORIGIN;
  const onLoopback = isLoopback(new URL(issuer));
  const localTls = onLoopback && issuer.startsWith('https:');
  return {
    issuer,
    port: settings.AUTHORIZATION_SERVER_PORT ?? portOf(issuer),
    onLoopback,
    authorityFile: localTls ? settings.NODE_EXTRA_CA_CERTS : undefined,
    resourceServer: settings.RESOURCE_SERVER_ORIGIN,
    client: settings.CLIENT_ORIGIN,
    databaseFile: join(settings.DATA_FOLDER, 'authorization-server.sqlite'),
    clockFile: settings.CLOCK_FILE,
    rulesOff: settings.RULES_OFF,
    traceRules: settings.TRACE_RULES === 'true',
  };
}
