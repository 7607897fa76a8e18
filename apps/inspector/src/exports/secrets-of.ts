/**
 * Every secret of a recording, and the readable placeholder that will stand in
 * its place: the same one wherever it occurs.
 *
 * Not among them, so that a masked recording can still be followed: `state`,
 * `nonce` and `jti` mark one sign-in or one token and open nothing afterwards;
 * `code_challenge` is a hash; client_id, username and `sub` say who took part.
 */
import { decodeJwt } from '../explain/jwt.ts';
import type { Exchange } from '../recording/exchange.ts';
import { type Place, placesOf } from './places.ts';
import { kindOf } from './value-kinds.ts';

export type Secret = {
  value: string;
  /** `MASKED-code-1` */
  placeholder: string;
  /** Where it was found, and how it was written there. */
  places: Place[];
};

/** @param exchanges of one recording, in its order: that is what the placeholders are counted by */
export function secretsOf(exchanges: Exchange[]): Secret[] {
  const secrets = new Map<string, Secret>();
  const counts = new Map<string, number>();
  for (const exchange of exchanges.flatMap(asSentAndAsPassedOn)) {
    const places = placesOf(exchange);
    for (const place of places) {
      const kind = kindOf(place, places);
      const secretPart = kind?.secret && secretPartOf(place, kind.kind);
      if (!secretPart || isPlaceholder(secretPart.value)) continue;
      const { name, value, spelled } = secretPart;
      const found = { ...place, value, spelled };
      const secret = secrets.get(value);
      if (secret) {
        secret.places.push(found);
        continue;
      }
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const placeholder = `MASKED-${placeholderName(name)}-${count}`;
      secrets.set(value, { value, placeholder, places: [found] });
    }
  }
  return [...secrets.values()];
}

export function placeholderName(name: string): string {
  return name.replace(/[^\w-]/g, '_');
}

/** Of a recording that was masked before. */
function isPlaceholder(value: string): boolean {
  return /^MASKED-[\w-]+-\d+$/.test(value);
}

/** What somebody changed in the wire was there too, before it was changed. */
function asSentAndAsPassedOn(exchange: Exchange): Exchange[] {
  const { request, requestBefore, response, responseBefore } = exchange;
  if (!requestBefore && !responseBefore) return [exchange];
  const before = responseBefore ?? response;
  return [
    {
      ...exchange,
      request: requestBefore ?? request,
      ...(before && { response: before }),
    },
    exchange,
  ];
}

/**
 * Of a signed token only the signature: without it the token is worth nothing,
 * and its claims can still be read. Where there is none, nothing is secret.
 */
function secretPartOf({ value, spelled, within }: Place, kind: string) {
  const token = within === 'cookie' ? undefined : decodeJwt(value);
  if (!token) return { name: kind.replace(/^cookie:/, ''), value, spelled };
  const { signature } = token;
  if (signature === '') return undefined;
  return { name: 'signature', value: signature, spelled: signature };
}
