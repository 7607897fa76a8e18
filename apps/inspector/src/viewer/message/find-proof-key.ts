/** The verifier and the challenge that belong together, wherever they are in a flow. */
import { type CarriedValue, carriedValues } from '../../exports/carried-values.ts';
import type { Exchange, Side } from '../../recording/exchange.ts';

type Found = { value: string; exchange: number; side: Side };

export type ProofKeyParts = { verifier?: Found; challenge?: Found };

/**
 * @param flow its exchanges, in their order
 * @param opened what the opened message carries: one of the two, or both, if it carries any
 */
export function findProofKey(flow: Exchange[], opened: CarriedValue[]): ProofKeyParts {
  const all = flow.flatMap((exchange) =>
    carriedValues(exchange).map((one) => ({ ...one, exchange: exchange.id })),
  );
  const find = (kind: string) => {
    const here = opened.find((one) => one.kind === kind)?.value;
    const found = all.find(
      (one) => one.kind === kind && (here === undefined || one.value === here),
    );
    return found && { value: found.value, exchange: found.exchange, side: found.side };
  };
  const verifier = find('code_verifier');
  const challenge = find('code_challenge');
  return { ...(verifier && { verifier }), ...(challenge && { challenge }) };
}
