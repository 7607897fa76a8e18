/**
 * GET /business/payments/:id
 *
 * One payment, for the client that made it.
 *
 *     GET /business/payments/pay_Zk4...
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "id": "pay_Zk4...", "status": "settled", ... }
 */
import type { Clock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import type { Admit } from '../access/admit.ts';
import { clientBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { wirePayment } from '../payment-status.ts';
import { payments as paymentsResource } from '../resources.ts';
import { paymentBelongsToClient } from '../rules/permission.ts';
import type { Payments } from '../storage/payments.ts';

export function readPayment(admit: Admit, payments: Payments, clock: Clock) {
  return async function readPayment(c: Context) {
    // 1. The token allows a machine to read its payments.
    const { claims } = await admit(c, paymentsResource, 'payments.read');
    const client_id = clientBehind(claims);

    // 2. This client made the payment. One that does not exist is refused in
    //    the same words: nobody learns which ids others have.
    const payment = await payments.findPayment(c.req.param('id') ?? '');
    const madeBy = payment?.client_id;
    check(paymentBelongsToClient, madeBy === client_id);
    if (!payment) throw new OAuthError('not_found', 'There is no such payment.');

    return jsonResponse(wirePayment(payment, clock.now()));
  };
}
