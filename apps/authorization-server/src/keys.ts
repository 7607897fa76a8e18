/**
 * What this server signs and derives with: made at first start, kept in its
 * database, never in the repository.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { randomValue } from '@four-roles/protocol/random-value';
import {
  generatePrivateJwk,
  loadSigningKey,
  type SigningKey,
} from '@four-roles/protocol/signing-key';
import type { Storage } from './storage/storage.ts';

export async function loadKeys(
  storage: Storage,
  clock: Clock,
): Promise<{ key: SigningKey; secret: string }> {
  if (!(await storage.findSigningKey())) {
    await storage.keepFirstSigningKey(await generatePrivateJwk(), seconds(clock));
  }
  const privateJwk = await storage.findSigningKey();
  if (!privateJwk) throw new Error('no signing key was kept');
  const secret = await storage.findOrKeepServerSecret(randomValue());
  return { key: loadSigningKey(privateJwk), secret };
}
