/**
 * What a key set says beside the one before it: which key is new, which is
 * gone, and which of them signs. The set itself does not tell (RFC 7517,
 * section 5): the token that was issued last does.
 */
import { decodeJwt } from '../../explain/jwt.ts';
import { jsonOf } from '../../explain/message.ts';
import type { Exchange } from '../../recording/exchange.ts';

export type KeyStanding = {
  kid: string;
  /** Beside the key set before; `unknown` where there is none in this recording. */
  change: 'new' | 'stays' | 'gone' | 'unknown';
  /** The exchange with the newest token that it signed. */
  signed?: number;
  /** No later token is signed with another. */
  signsNow: boolean;
};

/** @param before the exchange with the key set before, where there is one */
export type KeySetChanges = { before?: number; keys: KeyStanding[] };

/** @returns `undefined` where this is no key set of the authorization server */
export function keySetChanges(
  exchanges: readonly Exchange[],
  opened: Exchange,
): KeySetChanges | undefined {
  const here = kidsOf(opened);
  if (!here) return undefined;
  const sets = exchanges.filter((one) => one.id < opened.id && kidsOf(one));
  const before = sets.at(-1);
  const known = before && kidsOf(before);
  const signed = newestToken(exchanges);
  const latest = Math.max(...signed.values());
  const standing = (kid: string, change: KeyStanding['change']): KeyStanding => {
    const exchange = signed.get(kid);
    return {
      kid,
      change,
      ...(exchange && { signed: exchange }),
      signsNow: exchange === latest,
    };
  };
  const gone = known?.filter((kid) => !here.includes(kid)) ?? [];
  return {
    ...(before && { before: before.id }),
    keys: [
      ...here.map((kid) => {
        if (!known) return standing(kid, 'unknown');
        return standing(kid, known.includes(kid) ? 'stays' : 'new');
      }),
      ...gone.map((kid) => standing(kid, 'gone')),
    ],
  };
}

/** The names of the keys, where this is a key set of the authorization server. */
function kidsOf(exchange: Exchange): string[] | undefined {
  const { to, request, response } = exchange;
  if (
    to !== 'authorization-server' ||
    !response ||
    !/^\/jwks(\?|$)/.test(request.target)
  ) {
    return undefined;
  }
  const { keys } = jsonOf(response.body);
  if (!Array.isArray(keys)) return undefined;
  return keys.map(({ kid }) => String(kid));
}

/** By `kid`: the last exchange that issued an access token with it. */
function newestToken(exchanges: readonly Exchange[]): Map<string, number> {
  const signed = new Map<string, number>();
  for (const exchange of exchanges) {
    const { to, request, response } = exchange;
    if (to !== 'authorization-server' || request.target !== '/token' || !response)
      continue;
    const { access_token } = jsonOf(response.body);
    const kid = typeof access_token === 'string' && decodeJwt(access_token)?.header.kid;
    if (typeof kid === 'string') signed.set(kid, exchange.id);
  }
  return signed;
}
