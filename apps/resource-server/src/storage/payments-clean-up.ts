/**
 * What makes the payments of a client stop growing. A real bank moves old
 * payments to an archive; here they go.
 */
import type { Database } from '@four-roles/runtime/database';
import { and, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { payments } from './schema.ts';

const hour = 3_600_000;

/** For so long a repeated request is known for one, up to an hour more. */
export const keyLifetime = 24 * hour;

/** The newest of each client; those of the last day are kept, however many. */
export const paymentsKept = 1000;

/** @returns to be called with the time in milliseconds, as often as you like: it works once an hour */
export function paymentsCleanUp(database: Database): (now: number) => void {
  let cleanedAt = 0;
  const surplus = sql`(
    select id from (
      select id, row_number() over (
        partition by client_id order by created_at desc, id desc
      ) as place from payments
    ) where place > ${paymentsKept}
  )`;

  return function cleanUp(now) {
    if (Math.abs(now - cleanedAt) < hour) return;
    cleanedAt = now;
    const old = lt(payments.created_at, now - keyLifetime);
    database
      .delete(payments)
      .where(and(old, inArray(payments.id, surplus)))
      .run();
    database
      .update(payments)
      .set({ idempotency_key: null })
      .where(and(old, isNotNull(payments.idempotency_key)))
      .run();
  };
}
