/**
 * A payment that is asked for twice is made once.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const idempotencyKeyPresent: Rule = {
  id: 'idempotency-key-present',
  spec: 'draft-ietf-httpapi-idempotency-key-header',
  level: 'SHOULD',
  says: 'A payment carries an Idempotency-Key of 1 to 255 printable characters.',
  stops: 'A client that lost the answer tries again, and pays twice.',
  fix: 'Add an Idempotency-Key that names this payment, such as the number of the invoice, and send the same one when you try again.',
  error: 'invalid_request',
  structural: true,
};

export const idempotencyKeyNamesOneRequest: Rule = {
  id: 'idempotency-key-names-one-request',
  spec: 'draft-ietf-httpapi-idempotency-key-header',
  level: 'SHOULD',
  says: 'An Idempotency-Key that was used in the last 24 hours comes with the same payment as before.',
  stops: 'A second, different payment is answered as if it had been made.',
  fix: 'Use a new Idempotency-Key for another payment; send an old one only with exactly the same body.',
  error: 'idempotency_key_reused',
};
