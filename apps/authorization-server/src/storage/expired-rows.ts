import type { Database } from '@four-roles/runtime/database';
import { lt } from 'drizzle-orm';
import { quietHour } from './failed-attempts.ts';
import {
  authorizationCodes,
  failedAttempts,
  grants,
  refreshTokens,
  revokedAccessTokens,
  sessions,
} from './schema.ts';

const minute = 60;

export function expiredRowStorage(database: Database) {
  return {
    /**
     * A file does not grow with time alone: remove what can no longer change
     * an answer. A spent code stays for ten minutes, as long as the access
     * token it gave, so that its replay is still recognized.
     */
    async removeExpiredRows(now: number): Promise<void> {
      database
        .delete(authorizationCodes)
        .where(lt(authorizationCodes.expiresAt, now - 10 * minute))
        .run();
      database
        .delete(revokedAccessTokens)
        .where(lt(revokedAccessTokens.expiresAt, now))
        .run();
      database.delete(refreshTokens).where(lt(refreshTokens.expiresAt, now)).run();
      database.delete(grants).where(lt(grants.expiresAt, now)).run();
      database.delete(sessions).where(lt(sessions.expiresAt, now)).run();
      database
        .delete(failedAttempts)
        .where(lt(failedAttempts.lastFailureAt, now - quietHour))
        .run();
    },
  };
}
