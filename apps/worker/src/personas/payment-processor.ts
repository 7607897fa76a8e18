/**
 * Payment processor: pays the invoices that are due today, and makes sure that
 * each was paid.
 *
 *     pnpm persona payment-processor
 *
 * Its token is for the payments, to make and to read them. At the contacts and
 * at the gateway it is refused.
 *
 * The Idempotency-Key of a payment follows from what is paid, the invoice and
 * the day, and not from who is paying or when: neither an answer that got lost
 * nor a worker that was started again pays anybody twice. The key counts for
 * one client: this persona and Nightly are two, and each pays its own.
 */
import { z } from 'zod';
import type { Persona } from './persona.ts';

/** Due every day. */
const invoices = [
  { number: 'RH-204', creditor: 'Rosebank Hosting', amount_minor: 4_900 },
  { number: 'PI-77', creditor: 'Paper & Ink', amount_minor: 1_275 },
];

const payment = z.object({
  id: z.string(),
  status: z.string(),
  amount_minor: z.number(),
});

export const paymentProcessor: Persona = {
  id: 'payment-processor',
  name: 'Payment processor',
  description: 'Pays the invoices that are due, each once a day.',
  job: {
    name: 'settle-payments',
    resource: '/business/payments',
    scope: 'payments.read payments.create',

    async work(api, today) {
      let settled = 0;
      let before = 0;
      for (const { number, ...invoice } of invoices) {
        const reference = `${number} of ${today}`;
        // 1. Pay, unless it has been paid.
        const made = payment.parse(
          await api({
            method: 'POST',
            path: '',
            json: { ...invoice, currency: 'EUR', reference },
            idempotencyKey: `settle-payments-${number}-${today}`,
            onReplayed: () => before++,
          }),
        );
        // 2. Read it back: what counts is what Acorn wrote down.
        const path = `/${encodeURIComponent(made.id)}`;
        const written = payment.parse(await api({ method: 'GET', path }));
        if (written.amount_minor !== invoice.amount_minor) {
          throw new Error(`payment ${made.id} was written down with another amount`);
        }
        settled += written.amount_minor;
      }
      const euros = (settled / 100).toFixed(2);
      return `${invoices.length - before} invoices paid, ${before} already paid today, all read back: ${euros} EUR`;
    },
  },
};
