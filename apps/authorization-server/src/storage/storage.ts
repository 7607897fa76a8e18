/**
 * Everything this server keeps, behind functions that read as sentences:
 * `storage.redeemAuthorizationCode(code, ...)`. They are async, although
 * SQLite is not, so that another database can stand behind them.
 */
import { resolve } from 'node:path';
import { openDatabase } from '@four-roles/runtime/database';
import { accountStorage } from './accounts.ts';
import { authorizationCodeStorage } from './authorization-codes.ts';
import { clientNameStorage } from './client-names.ts';
import { clientStorage } from './clients.ts';
import { consentStorage } from './consents.ts';
import { expiredRowStorage } from './expired-rows.ts';
import { failedAttemptStorage } from './failed-attempts.ts';
import { grantStorage } from './grants.ts';
import { initialAccessTokenStorage } from './initial-access-tokens.ts';
import { refreshTokenStorage } from './refresh-tokens.ts';
import { registrationStorage } from './registrations.ts';
import { revocationStorage } from './revocations.ts';
import { securityEventStorage } from './security-events.ts';
import { serverSecretStorage } from './server-secret.ts';
import { sessionStorage } from './sessions.ts';
import { signingKeyStorage } from './signing-keys.ts';
import { usedAssertionStorage } from './used-assertions.ts';

export type Storage = ReturnType<typeof openStorage>;

/** @param file the SQLite file, made on first use */
export function openStorage(file: string) {
  const migrations = resolve(import.meta.dirname, '../../migrations');
  const database = openDatabase(file, migrations);
  const events = securityEventStorage(database);
  const keys = signingKeyStorage(database);
  return {
    ...accountStorage(database),
    ...clientStorage(database),
    ...clientNameStorage(database),
    ...sessionStorage(database),
    ...consentStorage(database),
    ...authorizationCodeStorage(database),
    ...grantStorage(database),
    ...refreshTokenStorage(database),
    ...revocationStorage(database),
    ...registrationStorage(database),
    ...initialAccessTokenStorage(database),
    ...usedAssertionStorage(database),
    ...failedAttemptStorage(database),
    ...keys,
    ...serverSecretStorage(database),
    ...events,
    ...expiredRowStorage(database, keys),
    close() {
      events.writeGatheredEvents();
      database.$client.close();
    },
  };
}
