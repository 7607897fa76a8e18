/** What a client does not choose: its client_id, and its secret. */
import { randomValue } from '@four-roles/protocol/random-value';
import type { Client } from '../storage/clients.ts';

/**
 * Never chosen by the client, and with a beginning that no person's `sub` has:
 * a token of a machine is not taken for that of a person.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.15
 */
export function newClientId(): string {
  return `app_${randomValue().slice(0, 16)}`;
}

/**
 * What an update makes of the secret: a client that needs one and had none gets
 * one, a client that needs none keeps none.
 *
 * @param candidateHash of the secret that it gets where it needs one
 */
export function secretChange(before: Client, needed: boolean, candidateHash: string) {
  const had = before.secretHash !== null;
  if (needed === had) return {};
  const forgotten = { previousSecretHash: null, previousSecretExpiresAt: null };
  return { secretHash: needed ? candidateHash : null, ...forgotten };
}
