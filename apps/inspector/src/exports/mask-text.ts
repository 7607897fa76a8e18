/** Secrets of some exchanges, masked in any text: a value, a header, a message, a command. */
import type { Exchange } from '../recording/exchange.ts';
import { knownSecrets } from './known-secrets.ts';

export type Mask = {
  /** A text with its secrets replaced. */
  text: (text: string) => string;
  /** Would a secret be replaced in it now? */
  covers: (value: string) => boolean;
};

/** In a header, in a message as HTTP, in a command. */
const credentials = /\b(?:basic|bearer|dpop) +[\w.~+/-]+=*/gi;

export function maskOf(exchanges: Exchange[]): Mask {
  const { placeholderOf, inText, inCredentials } = knownSecrets(exchanges);
  const text = (value: string) =>
    placeholderOf(value) ?? inText(value.replace(credentials, inCredentials));
  return { text, covers: (value) => text(value) !== value };
}
