/**
 * The public keys of clients, as they crossed the wire: in a registration (RFC
 * 7591, section 2), in the form of the developer console, or in what a client
 * publishes itself.
 */
import type { JWK } from 'jose';
import { formOf, jsonOf } from '../../explain/message.ts';
import type {
  Exchange,
  RecordedRequest,
  RecordedResponse,
  Side,
} from '../../recording/exchange.ts';

export type RegisteredKey = { jwk: JWK; exchange: number; side: Side };

/** @returns those that came last first */
export function registeredKeys(exchanges: readonly Exchange[]): RegisteredKey[] {
  return exchanges.flatMap(keysIn).reverse();
}

function keysIn({ id, to, request, response }: Exchange): RegisteredKey[] {
  const sets: [Side, unknown][] = [
    ['request', mayHaveKeys(request) && parsed(formOf(request.headers, request.body))],
    ['request', mayHaveKeys(request) && jsonOf(request.body).jwks],
    ['response', mayHaveKeys(response) && jsonOf(response.body).jwks],
    // What a client publishes; the keys at the authorization server are its own.
    [
      'response',
      to !== 'authorization-server' && mayHaveKeys(response) && jsonOf(response.body),
    ],
  ];
  return sets.flatMap(([side, set]) =>
    keysOf(set).map((jwk) => ({ jwk, exchange: id, side })),
  );
}

/** A look before a long recording is parsed. */
function mayHaveKeys<Half extends RecordedRequest | RecordedResponse>(
  half: Half | undefined,
): half is Half {
  return half !== undefined && /jwks|"keys"/.test(half.body.text);
}

function parsed(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get('jwks') ?? '');
  } catch {
    return undefined;
  }
}

function keysOf(set: unknown): JWK[] {
  const { keys } = (set || {}) as { keys?: unknown };
  return Array.isArray(keys) ? keys.filter((key) => typeof key?.kid === 'string') : [];
}
