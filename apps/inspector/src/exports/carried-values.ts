/**
 * Which values that mean something an exchange carries, and where: with this
 * the viewer follows one value through a recording.
 */
import { decodeJwt } from '../explain/jwt.ts';
import type { Exchange, Side } from '../recording/exchange.ts';
import { type Place, placesOf } from './places.ts';
import { kindOf, type ValueKind } from './value-kinds.ts';

export type CarriedValue = ValueKind & {
  value: string;
  side: Side;
  /** For a reader: `query state`, `form request > state`, `JSON id_token > nonce`. */
  at: string;
};

/** In the order in which they stand: first the request, then its answer. */
export function carriedValues(exchange: Exchange): CarriedValue[] {
  const places = placesOf(exchange);
  return places.flatMap((place) => {
    const kind = kindOf(place, places);
    if (!kind) return [];
    const { value, side, at } = place;
    return [{ ...kind, value, side, at }, ...(kind.secret ? claimsIn(place) : [])];
  });
}

/** What a token says inside, where it repeats something that travels by itself too. */
function claimsIn(token: Place): CarriedValue[] {
  return Object.entries(decodeJwt(token.value)?.claims ?? {}).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    const at = `${token.at} > ${name}`;
    const claim: Place = { ...token, name, value, spelled: value, at, within: 'json' };
    const kind = kindOf(claim, []);
    return kind ? [{ ...kind, value, side: token.side, at }] : [];
  });
}
