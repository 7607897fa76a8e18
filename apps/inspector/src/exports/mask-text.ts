/** Secrets of some exchanges, masked in any text: a value, a header, a message, a command. */
import type { Exchange } from '../recording/exchange.ts';
import { withSecret } from './credentials.ts';
import { secretReplacer } from './replace-secrets.ts';
import { secretsOf } from './secrets-of.ts';

export type Mask = {
  /** A text with its secrets replaced. */
  text: (text: string) => string;
  /** Would a secret be replaced in it now? */
  covers: (value: string) => boolean;
};

/** In a header, in a message as HTTP, in a command. */
const credentials = /\b(?:basic|bearer|dpop) +[\w.~+/-]+=*/gi;

export function maskOf(exchanges: Exchange[]): Mask {
  const secrets = secretsOf(exchanges);
  const placeholders = new Map(
    secrets.map(({ value, placeholder }) => [value, placeholder]),
  );
  const replace = secretReplacer(secrets);
  // However short they are: here it is certain where they stand.
  const known = (secret: string) => placeholders.get(secret) ?? secret;
  const inCredentials = (one: string) => withSecret(one, known);
  const text = (value: string) =>
    placeholders.get(value) ?? replace(value.replace(credentials, inCredentials));
  return { text, covers: (value) => text(value) !== value };
}
