/**
 * GET /business/payments
 *
 * The payments that the calling client has made, the newest first.
 *
 *     GET /business/payments?status=settled
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "payments": [{ "id": "pay_...", "amount_minor": 12500, "currency": "EUR", ... }],
 *       "next_cursor": null }
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Admit } from '../access/admit.ts';
import { clientBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { pageOf, pageParameters } from '../pagination.ts';
import { madeBetween, wirePayment } from '../payment-status.ts';
import { readQuery } from '../request-input.ts';
import { payments as paymentsResource } from '../resources.ts';
import type { Payments } from '../storage/payments.ts';

const parameters = z.object({
  status: z.enum(['pending', 'settled'], 'it is neither pending nor settled').optional(),
  ...pageParameters(z.number(), [Number.MAX_SAFE_INTEGER, '']),
});

export function listPayments(admit: Admit, payments: Payments, clock: Clock) {
  return async function listPayments(c: Context) {
    // 1. The token allows a machine to read its payments.
    const { claims } = await admit(c, paymentsResource, 'payments.read');
    const client_id = clientBehind(claims);

    // 2. The page that was asked for.
    const { status, limit, cursor } = readQuery(c, parameters);
    const now = clock.now();
    const [created_at, id] = cursor;
    const found = await payments.listPayments(
      client_id,
      madeBetween(status, now),
      { created_at, id },
      limit + 1,
    );
    const { rows, next_cursor } = pageOf(found, limit, (row) => [row.created_at, row.id]);

    return jsonResponse({
      payments: rows.map((row) => wirePayment(row, now)),
      next_cursor,
    });
  };
}
