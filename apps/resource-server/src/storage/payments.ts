import type { Database } from '@four-roles/runtime/database';
import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm';
import { newId } from './new-id.ts';
import { paymentsCleanUp } from './payments-clean-up.ts';
import { payments } from './schema.ts';

export type Payment = typeof payments.$inferSelect;
export type PaymentOrder = Pick<
  Payment,
  'amount_minor' | 'currency' | 'creditor' | 'reference'
>;

/** The last payment that the reader has seen: the next page begins after it. */
export type PaymentPosition = { created_at: number; id: string };

/** Milliseconds since the epoch: made at `from` or later, and before `before`. */
export type MadeBetween = { from: number; before: number };

export type Payments = ReturnType<typeof openPayments>;

export function openPayments(database: Database) {
  const cleanUp = paymentsCleanUp(database);
  const page = database
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.client_id, sql.placeholder('client_id')),
        gte(payments.created_at, sql.placeholder('from')),
        lt(payments.created_at, sql.placeholder('before')),
        or(
          lt(payments.created_at, sql.placeholder('created_at')),
          and(
            eq(payments.created_at, sql.placeholder('created_at')),
            lt(payments.id, sql.placeholder('id')),
          ),
        ),
      ),
    )
    .orderBy(desc(payments.created_at), desc(payments.id))
    .limit(sql.placeholder('limit'))
    .prepare();
  const byId = database
    .select()
    .from(payments)
    .where(eq(payments.id, sql.placeholder('id')))
    .prepare();
  const byKey = database
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.client_id, sql.placeholder('client_id')),
        eq(payments.idempotency_key, sql.placeholder('idempotency_key')),
      ),
    )
    .prepare();

  return {
    /** The newest first. */
    async listPayments(
      client_id: string,
      made: MadeBetween,
      after: PaymentPosition,
      limit: number,
    ): Promise<Payment[]> {
      return page.all({ client_id, ...made, ...after, limit });
    },

    /** Whoever made it: the caller decides who may see it. */
    async findPayment(id: string): Promise<Payment | undefined> {
      return byId.get({ id });
    },

    /**
     * Make the payment, unless this client has already made one with this key
     * in the last 24 hours. One statement decides, so of many identical requests exactly one pays,
     * in this process or in another.
     *
     * @returns the payment that the key stands for, and whether it is new
     */
    async createPayment(
      payment: Omit<Payment, 'id'> & { idempotency_key: string },
    ): Promise<{ payment: Payment; created: boolean }> {
      cleanUp(payment.created_at);
      const created = database
        .insert(payments)
        .values({ id: newId('pay'), ...payment })
        .onConflictDoNothing({ target: [payments.client_id, payments.idempotency_key] })
        .returning()
        .get();
      if (created) return { payment: created, created: true };
      return { payment: byKey.get(payment)!, created: false };
    },
  };
}
