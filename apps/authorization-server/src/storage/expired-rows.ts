import type { Database } from '@four-roles/runtime/database';
import { lt, max, sql } from 'drizzle-orm';
import { accessTokenLifetime, securityEventLifetime } from '../lifetimes.ts';
import { quietHour } from './failed-attempts.ts';
import { slowestClock } from './revocations.ts';
import { initialAccessTokens, usedAssertions } from './schema/clients.ts';
import {
  authorizationCodes,
  grants,
  refreshTokens,
  revocations,
} from './schema/grants.ts';
import { sessions } from './schema/people.ts';
import { failedAttempts, securityEvents } from './schema/server.ts';
import type { signingKeyStorage } from './signing-keys.ts';

export function expiredRowStorage(
  database: Database,
  keys: ReturnType<typeof signingKeyStorage>,
) {
  return {
    /**
     * A file does not grow with time alone: remove what can no longer change
     * an answer. A spent code stays for as long as the first access token that it
     * gave: until then its replay is recognized.
     */
    async removeExpiredRows(now: number): Promise<void> {
      database
        .delete(authorizationCodes)
        .where(lt(authorizationCodes.expiresAt, now - accessTokenLifetime))
        .run();
      for (const table of [
        ...[refreshTokens, grants, sessions],
        ...[initialAccessTokens, usedAssertions],
      ]) {
        database.delete(table).where(lt(table.expiresAt, now)).run();
      }
      database
        .delete(revocations)
        .where(lt(revocations.expiresAt, now - slowestClock))
        .run();
      database
        .delete(failedAttempts)
        .where(lt(failedAttempts.lastFailureAt, now - quietHour))
        .run();
      await keys.removeOldKeys(now);
      // Counted from the latest one: a clock that is wrong removes no young ones.
      const latest = database.select({ at: max(securityEvents.at) }).from(securityEvents);
      database
        .delete(securityEvents)
        .where(lt(securityEvents.at, sql`(${latest}) - ${securityEventLifetime}`))
        .run();
    },
  };
}
