/**
 * POST /developer/keys/rotate
 *
 * A new key, from now on published, and later signing.
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { rotateKeys } from '../../signing-keys/key-rotation.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';

export function rotateSigningKeys(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    await rotateKeys(storage, clock, developerOf(c).subject);
    return c.redirect('/developer/keys', 303);
  };
}
