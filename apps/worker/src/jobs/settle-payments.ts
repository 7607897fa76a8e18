/**
 * Pays the invoices that are due, and makes sure that each was paid.
 *
 * Each payment has an Idempotency-Key, the same however often the request has
 * to be sent again: an answer that got lost does not pay anybody twice.
 */
import { z } from 'zod';
import type { Job } from './job.ts';

const due = [
  { creditor: 'Rosebank Hosting', amount_minor: 4_900, currency: 'EUR' },
  { creditor: 'Paper & Ink', amount_minor: 1_275, currency: 'EUR' },
];

const payment = z.object({
  id: z.string(),
  status: z.string(),
  amount_minor: z.number(),
});

export const settlePayments: Job = {
  name: 'settle-payments',
  resource: '/business',
  scope: 'payments.read payments.create',

  async work(api, runId) {
    let settled = 0;
    for (const [index, invoice] of due.entries()) {
      const reference = `${runId}-${index + 1}`;
      // 1. Pay.
      const made = payment.parse(
        await api({
          method: 'POST',
          path: '/payments',
          json: { ...invoice, reference },
          idempotencyKey: `settle-payments-${reference}`,
        }),
      );
      // 2. Read it back: what counts is what Acorn wrote down.
      const path = `/payments/${encodeURIComponent(made.id)}`;
      const written = payment.parse(await api({ method: 'GET', path }));
      if (written.amount_minor !== invoice.amount_minor) {
        throw new Error(`payment ${made.id} was written down with another amount`);
      }
      settled += written.amount_minor;
    }
    return `${due.length} payments made and read back, ${(settled / 100).toFixed(2)} EUR`;
  },
};
