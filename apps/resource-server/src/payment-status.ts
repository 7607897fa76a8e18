/**
 * A payment is pending for a minute and settled from then on.
 */
import type { MadeBetween, Payment } from './storage/payments.ts';

const settlementMilliseconds = 60_000;

export type PaymentStatus = 'pending' | 'settled';

/** @param now milliseconds since the epoch */
function statusOf(payment: Payment, now: number): PaymentStatus {
  return now - payment.created_at < settlementMilliseconds ? 'pending' : 'settled';
}

/** When payments were made that have this status now; of any status, where none is asked for. */
export function madeBetween(status: PaymentStatus | undefined, now: number): MadeBetween {
  const settledBefore = now - settlementMilliseconds + 1;
  return {
    from: status === 'pending' ? settledBefore : 0,
    before: status === 'settled' ? settledBefore : Number.MAX_SAFE_INTEGER,
  };
}

/**
 * A payment as it travels.
 *
 * @param now milliseconds since the epoch
 */
export function wirePayment(payment: Payment, now: number) {
  return {
    id: payment.id,
    amount_minor: payment.amount_minor,
    currency: payment.currency,
    creditor: payment.creditor,
    reference: payment.reference,
    status: statusOf(payment, now),
    created_at: new Date(payment.created_at).toISOString(),
  };
}
