/**
 * The settings of the inspector, read once. Nothing else reads `process.env`.
 */
import { join } from 'node:path';
import { isLoopback } from '@four-roles/protocol/loopback';
import { clockFileSetting } from '@four-roles/runtime/development-settings';
import {
  dataFolderSetting,
  originSetting,
  portOf,
  portSetting,
  readSettings,
} from '@four-roles/runtime/settings';
import { readTls, type Tls } from '@four-roles/runtime/tls';
import { z } from 'zod';
import type { RoleName } from './recording/exchange.ts';

export type Config = ReturnType<typeof readConfig>;

/** It shows passwords and tokens to whoever asks: nobody else may reach it, or pass through it. */
const originOnLoopback = (standard: string) =>
  originSetting(standard)
    .refine((origin) => !URL.canParse(origin) || isLoopback(new URL(origin)), {
      error: 'the inspector watches what is on loopback, and this is not',
    })
    .describe(standard);

export function readConfig(environment = process.env) {
  const settings = readSettings(
    z.object({
      INSPECTOR_ORIGIN: originOnLoopback('http://localhost:9009'),
      INSPECTOR_PORT: portSetting().describe('9009'),
      CLIENT_ORIGIN: originOnLoopback('http://localhost:9000'),
      AUTHORIZATION_SERVER_ORIGIN: originOnLoopback('http://localhost:9001'),
      RESOURCE_SERVER_ORIGIN: originOnLoopback('http://localhost:9002'),
      WORKER_ORIGIN: originOnLoopback('http://localhost:9003'),
      CLIENT_PORT: portSetting().default(9100).describe('9100'),
      AUTHORIZATION_SERVER_PORT: portSetting().default(9101).describe('9101'),
      RESOURCE_SERVER_PORT: portSetting().default(9102).describe('9102'),
      WORKER_PORT: portSetting().default(9103).describe('9103'),
      DATA_FOLDER: dataFolderSetting(),
      CLOCK_FILE: clockFileSetting(),
    }),
    environment,
  );
  const origins: Record<RoleName, string> = {
    client: settings.CLIENT_ORIGIN,
    'authorization-server': settings.AUTHORIZATION_SERVER_ORIGIN,
    'resource-server': settings.RESOURCE_SERVER_ORIGIN,
    worker: settings.WORKER_ORIGIN,
  };
  const ports: Record<RoleName, number> = {
    client: settings.CLIENT_PORT,
    'authorization-server': settings.AUTHORIZATION_SERVER_PORT,
    'resource-server': settings.RESOURCE_SERVER_PORT,
    worker: settings.WORKER_PORT,
  };
  return {
    origin: settings.INSPECTOR_ORIGIN,
    tls: tlsFor([settings.INSPECTOR_ORIGIN, ...Object.values(origins)], environment),
    port: settings.INSPECTOR_PORT ?? portOf(settings.INSPECTOR_ORIGIN),
    /** Where others reach the roles: the wiretap listens there. */
    origins,
    /** Where the roles listen. */
    ports,
    clockFile: settings.CLOCK_FILE ?? join(settings.DATA_FOLDER, 'clock.json'),
  };
}

/** It listens at all these origins itself: those that are https need a certificate. */
function tlsFor(origins: string[], environment: NodeJS.ProcessEnv): Tls | undefined {
  const secure = origins.find(isHttps);
  const tls = readTls(secure ?? origins[0]!, environment);
  if (!secure || tls) return tls;
  console.error(
    `The inspector stands at ${secure}, and cannot without a certificate: set ` +
      'TLS_CERTIFICATE_FILE and TLS_KEY_FILE, or start everything with `pnpm dev:https`.',
  );
  process.exit(78);
}

export function isHttps(origin: string): boolean {
  return origin.startsWith('https:');
}
