/**
 * POST /business/payments
 *
 * Pay, once. A client that lost the answer sends the request again with the
 * same Idempotency-Key, and gets the same answer. The key is known for 24 hours,
 * as is usual among payment processors; after that it stands for a new payment.
 *
 *     POST /business/payments
 *     Authorization: Bearer eyJ...
 *     Idempotency-Key: invoice-1843-07
 *     Content-Type: application/json
 *
 *     { "amount_minor": 12500, "currency": "EUR", "creditor": "Clement & Sons", "reference": "Gear wheels" }
 *
 *     201 Created
 *     { "id": "pay_...", "status": "pending", ... }
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
 */
import type { Clock } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Admit } from '../access/admit.ts';
import { clientBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { wirePayment } from '../payment-status.ts';
import { oneLine, readJson } from '../request-input.ts';
import { payments as paymentsResource } from '../resources.ts';
import {
  idempotencyKeyNamesOneRequest,
  idempotencyKeyPresent,
} from '../rules/idempotency.ts';
import type { Payments } from '../storage/payments.ts';

const paymentOrder = z.object({
  amount_minor: z
    .int('it is not a whole number of cents')
    .min(1, 'it is less than 1')
    .max(1_000_000_000, 'it is more than 1000000000'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'it is not a currency such as EUR'),
  creditor: oneLine(140),
  reference: oneLine(140),
});

export function createPayment(
  origin: string,
  admit: Admit,
  payments: Payments,
  clock: Clock,
) {
  return async function createPayment(c: Context) {
    // 1. The token allows a machine to pay.
    const { claims } = await admit(c, paymentsResource, 'payments.create');
    const client_id = clientBehind(claims);

    // 2. The request has a name, by which a repetition is known.
    const key = c.req.header('Idempotency-Key') ?? '';
    check(idempotencyKeyPresent, /^[\x20-\x7e]{1,255}$/.test(key), {
      expected: '1 to 255 printable characters',
      received: key.length === 0 ? 'no Idempotency-Key' : `${key.length} characters`,
    });
    const order = await readJson(c, paymentOrder);

    // 3. Pay, or find what was paid under this name.
    const fingerprint = sha256(JSON.stringify(order));
    const { payment, created } = await payments.createPayment({
      ...order,
      client_id,
      idempotency_key: key,
      fingerprint,
      created_at: clock.now(),
    });
    check(idempotencyKeyNamesOneRequest, payment.fingerprint === fingerprint, {
      expected: 'the payment that this key was first used for',
      received: 'another one',
    });

    // 4. A repetition gets the body of the first answer, as it was then.
    return jsonResponse(wirePayment(payment, payment.created_at), 201, {
      Location: `${origin}/business/payments/${payment.id}`,
      ...(!created && { 'Idempotency-Replayed': 'true' }),
    });
  };
}
