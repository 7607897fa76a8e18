/**
 * The file in which the worker keeps its credentials. Only its owner can read
 * it; its content is never part of a log line or of a page.
 */
import { readFileSync } from 'node:fs';
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import { writePrivateFile } from '@four-roles/runtime/private-file';
import { type Credentials, credentialsSchema, keySchema } from './credentials.ts';

/** How a file is written; tests hand in a disk that is full. */
export type Write = (file: string, content: string) => void;

export type CredentialsFile = {
  readonly name: string;
  /**
   * `undefined` where there are none.
   *
   * @throws {UnreadableFile} where something else is in it
   */
  read(): Credentials | undefined;
  /** A key that was made for a registration which did not come about, or was not saved. */
  readKey(): PrivateJwk | undefined;
  /** @throws {Error} where it cannot be written: the old file stays */
  save(content: Credentials | { private_key: PrivateJwk }): void;
  /** Has somebody else written to it since it was last read or saved here? */
  changed(): boolean;
};

export function credentialsFile(
  name: string,
  write: Write = writePrivateFile,
): CredentialsFile {
  let known: string | undefined;
  const content = () => {
    known = contentOf(name);
    return known === undefined ? undefined : parsed(name, known);
  };
  return {
    name,
    read() {
      const found = content();
      if (found === undefined || keyAlone(found)) return undefined;
      const { data } = credentialsSchema.safeParse(found);
      if (data) return data;
      throw new UnreadableFile(name);
    },
    readKey() {
      const found = content();
      return keyAlone(found) ? keySchema.parse(found).private_key : undefined;
    },
    save(values) {
      const text = `${JSON.stringify(values, null, 2)}\n`;
      write(name, text);
      known = text;
    },
    changed: () => contentOf(name) !== known,
  };
}

/** For a worker that is given its credentials in the environment: it registers nothing. */
export function credentialsInEnvironment(
  credentials: ClientCredentials,
): CredentialsFile {
  return {
    name: 'the environment',
    read: () => ({ ...credentials, token_endpoint_auth_method: 'client_secret_basic' }),
    readKey: () => undefined,
    save: () => {},
    changed: () => false,
  };
}

/** The parser's own words would quote what it has read. */
export class UnreadableFile extends Error {
  constructor(name: string) {
    super(
      `${name} does not hold credentials: correct it, or remove it to register anew.`,
    );
  }
}

function parsed(name: string, text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile(name);
  }
}

function keyAlone(found: { client_id?: unknown } | undefined): boolean {
  return found?.client_id === undefined && keySchema.safeParse(found).success;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
