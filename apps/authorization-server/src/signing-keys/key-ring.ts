/**
 * What this server signs with: made at first start, kept in its database, never
 * in the repository.
 *
 * The keys are a ring: one signs, another may be waiting for its time, and
 * older ones are there until the last token that they signed has expired. A
 * token is verified with the key that its `kid` names, and with no other.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import {
  generatePrivateJwk,
  loadSigningKey,
  type PublicJwk,
  publicHalf,
  type SigningKey,
} from '@four-roles/protocol/signing-key';
import { type CryptoKey, importJWK } from 'jose';
import type { Storage } from '../storage/storage.ts';
import { type KeptKey, keyThatSigns, publishedKeys } from './key-state.ts';

export type KeyRing = {
  /** The one that signs now. */
  signing(): Promise<SigningKey>;
  /** All with which anybody verifies what was signed here, those that sign later included. */
  published(): Promise<PublicJwk[]>;
  /** The public key of that name, if it is published. */
  find(kid: string | undefined): Promise<CryptoKey | undefined>;
};

type PublicKey = { jwk: PublicJwk; key: CryptoKey };

/** What rotates the keys, here or in another process, counts from the next request on. */
function keyRing(storage: Storage, clock: Clock): KeyRing {
  let signer: SigningKey | undefined;
  const imported = new Map<string, PublicKey>();

  /** `undefined` where another process has just removed it. */
  async function publicKey({ kid }: KeptKey): Promise<PublicKey | undefined> {
    const known = imported.get(kid);
    if (known) return known;
    const kept = await storage.findJwk(kid);
    if (!kept) return undefined;
    const jwk = publicHalf(kept);
    const made = { jwk, key: (await importJWK(jwk)) as CryptoKey };
    // Two requests may import it at once: the one that came first stays.
    const first = imported.get(kid) ?? made;
    imported.set(kid, first);
    return first;
  }

  const published = async () =>
    publishedKeys(await storage.listSigningKeys(), seconds(clock));

  return {
    async signing() {
      const key = keyThatSigns(await storage.listSigningKeys(), seconds(clock));
      if (!key) throw new Error('there is no key that could sign');
      if (signer?.kid !== key.kid) {
        signer = loadSigningKey((await storage.findJwk(key.kid))!);
      }
      return signer;
    },
    async published() {
      const keys = await Promise.all((await published()).map(publicKey));
      return keys.flatMap((key) => key?.jwk ?? []);
    },
    async find(kid) {
      const key = (await published()).find((each) => each.kid === kid);
      return key && (await publicKey(key))?.key;
    },
  };
}

/** The keys in the database; where there is none yet, the first one is made. */
export async function loadKeyRing(storage: Storage, clock: Clock): Promise<KeyRing> {
  if ((await storage.listSigningKeys()).length === 0) {
    await storage.keepFirstSigningKey(await generatePrivateJwk(), seconds(clock));
  }
  return keyRing(storage, clock);
}
