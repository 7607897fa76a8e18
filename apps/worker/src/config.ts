/**
 * The settings of the worker. Nothing else here reads the environment.
 */
import { join } from 'node:path';
import { type Clock, sharedClock, systemClock } from '@four-roles/protocol/clock';
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
import { authenticationMethods } from './registration/credentials.ts';
import { allRules } from './rules/all.ts';

const settings = readSettings(
  z
    .object({
      WORKER_ORIGIN: originSetting('http://localhost:9003'),
      WORKER_PORT: portSetting().describe('9003'),
      WORKER_INTERVAL_SECONDS: z.coerce
        .number('it is not a number')
        .min(1, 'it is less than a second')
        .max(86_400, 'it is more than a day')
        .default(300)
        .describe('300'),
      AUTHORIZATION_SERVER_ORIGIN: originSetting('http://localhost:9001'),
      RESOURCE_SERVER_ORIGIN: originSetting('http://localhost:9002'),
      DATA_FOLDER: dataFolderSetting(),
      CLIENT_ID: z.string().min(1, 'it is empty').optional().describe('nightly'),
      CLIENT_SECRET: z.string().min(1, 'it is empty').optional(),
      INITIAL_ACCESS_TOKEN: z.string().min(1, 'it is empty').optional(),
      WORKER_CLIENT_AUTHENTICATION: z
        .enum(authenticationMethods, `it is none of ${authenticationMethods.join(', ')}`)
        .default('client_secret_basic')
        .describe('private_key_jwt'),
      CLOCK_FILE: clockFileSetting(),
      TRACE_RULES: traceRulesSetting(),
      ...labSettings('worker', allRules),
    })
    .superRefine(onlyOnLoopback('WORKER_ORIGIN'))
    .refine(
      ({ LAB, AUTHORIZATION_SERVER_ORIGIN: issuer, RESOURCE_SERVER_ORIGIN: apis }) =>
        !LAB || [issuer, apis].every((other) => isLoopback(new URL(other))),
      { path: ['LAB'], error: 'the servers that the worker calls are not on loopback' },
    )
    .refine((all) => !all.CLIENT_ID === !all.CLIENT_SECRET, {
      path: ['CLIENT_SECRET'],
      message: 'CLIENT_ID and CLIENT_SECRET go together',
    }),
);

export const origin = settings.WORKER_ORIGIN;
export const port = settings.WORKER_PORT ?? portOf(origin);
export const intervalSeconds = settings.WORKER_INTERVAL_SECONDS;

/** The authorization server, by the one name that it must give itself. */
export const issuer = settings.AUTHORIZATION_SERVER_ORIGIN;
export const resourceServer = settings.RESOURCE_SERVER_ORIGIN;

export const credentialsFolder = join(settings.DATA_FOLDER, 'credentials');

/**
 * Set where a platform hands out secrets through the environment. Then it is
 * the platform that registers the worker and rotates its secret.
 */
export const credentialsFromEnvironment =
  settings.CLIENT_ID && settings.CLIENT_SECRET
    ? { client_id: settings.CLIENT_ID, client_secret: settings.CLIENT_SECRET }
    : undefined;

/** How the worker proves who it is, once it registers itself. */
export const clientAuthentication = settings.WORKER_CLIENT_AUTHENTICATION;
export const initialAccessTokenFromEnvironment = settings.INITIAL_ACCESS_TOKEN;

export const clock: Clock = settings.CLOCK_FILE
  ? sharedClock(settings.CLOCK_FILE)
  : systemClock;

/** Rules that a lab has switched off. */
export const rulesOff: ReadonlySet<string> = settings.RULES_OFF;

/** Its log is read by programs, and not by whoever started it. */
export const inProduction = process.env.NODE_ENV === 'production';

/** Answers of the status page tell what the rules said. */
export const traceRules = settings.TRACE_RULES === 'true';
