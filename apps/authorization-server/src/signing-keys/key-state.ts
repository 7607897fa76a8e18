/**
 * Which of the keys does what, at a moment. A key is published from the
 * beginning, waits until everybody has had time to fetch it, signs until the
 * next one does, and stays published until the last token that it signed has
 * expired.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys
 */

/** All times in seconds since the epoch. */
export type KeptKey = {
  kid: string;
  createdAt: number;
  signsFrom: number;
  /** Null while no other key has taken its place, or is about to. */
  publishedUntil: number | null;
  /** Its private half is deleted when another key signs. */
  hasPrivateHalf: boolean;
};

export type KeyState = 'waits' | 'signs' | 'retired';

export function publishedKeys(keys: KeptKey[], now: number): KeptKey[] {
  return keys.filter(({ publishedUntil }) => (publishedUntil ?? now + 1) > now);
}

/**
 * The latest whose time has come. Where a clock was set back behind all of
 * them, it is the earliest of those that still can.
 */
export function keyThatSigns(keys: KeptKey[], now: number): KeptKey | undefined {
  const able = publishedKeys(keys, now)
    .filter(({ hasPrivateHalf }) => hasPrivateHalf)
    .toSorted((a, b) => a.signsFrom - b.signsFrom);
  return able.findLast(({ signsFrom }) => signsFrom <= now) ?? able[0];
}

export function keyThatWaits(keys: KeptKey[], now: number): KeptKey | undefined {
  const signs = keyThatSigns(keys, now);
  return keys.find((key) => key !== signs && key.signsFrom > now);
}

export function stateOf(key: KeptKey, keys: KeptKey[], now: number): KeyState {
  if (key === keyThatSigns(keys, now)) return 'signs';
  return key.signsFrom > now ? 'waits' : 'retired';
}
