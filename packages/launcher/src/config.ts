/**
 * The settings of the launcher: where each part is to stand. Nothing else here
 * reads the environment.
 */
import { clockFileSetting } from '@four-roles/runtime/development-settings';
import {
  dataFolderSetting,
  originSetting,
  portSetting,
  readSettings,
} from '@four-roles/runtime/settings';
import { z } from 'zod';
import type { PartName } from './part.ts';

/** `pnpm dev:https` and `pnpm start:https`: what is not set is https. */
const scheme = process.argv.includes('--https') ? 'https' : 'http';
const local = (port: number) => originSetting(`${scheme}://localhost:${port}`);

const settings = readSettings(
  z.object({
    INSPECTOR_ORIGIN: local(9009),
    CLIENT_ORIGIN: local(9000),
    AUTHORIZATION_SERVER_ORIGIN: local(9001),
    RESOURCE_SERVER_ORIGIN: local(9002),
    WORKER_ORIGIN: local(9003),
    INSPECTOR_PORT: portSetting().describe('9009'),
    CLIENT_PORT: portSetting().describe('9100'),
    AUTHORIZATION_SERVER_PORT: portSetting().describe('9101'),
    RESOURCE_SERVER_PORT: portSetting().describe('9102'),
    WORKER_PORT: portSetting().describe('9103'),
    TLS_CERTIFICATE_FILE: z.string().optional(),
    TLS_KEY_FILE: z.string().optional(),
    DATA_FOLDER: dataFolderSetting(),
    CLOCK_FILE: clockFileSetting(),
    RULES_OFF: z.string().default(''),
    BROWSER_PATH: z
      .string()
      .min(1, 'it is empty')
      .optional()
      .describe('/usr/bin/chromium'),
  }),
);

export const dataFolder = settings.DATA_FOLDER;
/** A certificate that was brought along, for origins that are https; the roles look into it. */
export const ownCertificate = {
  certificateFile: settings.TLS_CERTIFICATE_FILE,
  keyFile: settings.TLS_KEY_FILE,
};
export const clockFile = settings.CLOCK_FILE;
/** What each role will switch off, if it is a lab: only to be told on the screen. */
export const rulesOff = settings.RULES_OFF.split(',').filter(Boolean);
export const browserPath = settings.BROWSER_PATH;
export const searchPath = process.env.PATH ?? '';

export const origins: Record<PartName, string> = {
  inspector: settings.INSPECTOR_ORIGIN,
  client: settings.CLIENT_ORIGIN,
  'authorization-server': settings.AUTHORIZATION_SERVER_ORIGIN,
  'resource-server': settings.RESOURCE_SERVER_ORIGIN,
  worker: settings.WORKER_ORIGIN,
};

/** Where a part was told to listen; the others follow their origins. */
export const ownPorts: Partial<Record<PartName, number | undefined>> = {
  inspector: settings.INSPECTOR_PORT,
  client: settings.CLIENT_PORT,
  'authorization-server': settings.AUTHORIZATION_SERVER_PORT,
  'resource-server': settings.RESOURCE_SERVER_PORT,
  worker: settings.WORKER_PORT,
};

/** What every process that the launcher starts inherits. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};
