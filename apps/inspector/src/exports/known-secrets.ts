/** The secrets of some exchanges, and three ways to put their placeholders in their place. */
import type { Exchange } from '../recording/exchange.ts';
import { withSecret } from './credentials.ts';
import { secretReplacer } from './replace-secrets.ts';
import { secretsOf } from './secrets-of.ts';

export function knownSecrets(exchanges: Exchange[]) {
  const secrets = secretsOf(exchanges);
  const placeholders = new Map(
    secrets.map(({ value, placeholder }) => [value, placeholder]),
  );
  return {
    /** Of a value that is a secret as a whole, however short. */
    placeholderOf: (value: string): string | undefined => placeholders.get(value),

    /** In any text, in every spelling; short ones where their name stands beside them. */
    inText: secretReplacer(secrets),

    /** In an Authorization header, however short: there it is certain where they stand. */
    inCredentials: (header: string): string =>
      withSecret(header, (secret) => placeholders.get(secret) ?? secret),
  };
}
