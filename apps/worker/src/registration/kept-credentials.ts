/**
 * The credentials that the worker has now: in memory, and in a file where that
 * is possible.
 *
 * A full disk does not stop it. It goes on with what it has in memory, says so
 * once, and tries to save again before each run.
 */
import type { Credentials } from './credentials.ts';
import type { CredentialsFile } from './credentials-file.ts';

export type KeptCredentials = {
  now(): Credentials | undefined;
  keep(credentials: Credentials): void;
  /** Take over what somebody else has put into the file, if they have. */
  takeFromFile(): boolean;
  /** Save what could not be saved before. */
  saveAgain(): void;
  /** Would a restart find them? */
  saved(): boolean;
  forget(): void;
};

export function keptCredentials(
  file: CredentialsFile,
  print: (line: string) => void,
): KeptCredentials {
  let current = file.read();
  let saved = true;

  function save(credentials: Credentials): void {
    try {
      file.save(credentials);
      if (!saved) print(`credentials saved in ${file.name} after all`);
      saved = true;
    } catch (error) {
      if (saved) print(cannotSave(file.name, error));
      saved = false;
    }
  }

  return {
    now: () => current,
    keep(credentials) {
      current = credentials;
      save(credentials);
    },
    takeFromFile() {
      const found = file.changed() ? readable(file) : undefined;
      if (found === undefined) return false;
      current = found;
      saved = true;
      return true;
    },
    saveAgain() {
      if (!saved && current) save(current);
    },
    saved: () => saved,
    forget() {
      current = undefined;
      saved = true;
    },
  };
}

/** Somebody may just be writing to it. */
function readable(file: CredentialsFile): Credentials | undefined {
  try {
    return file.read();
  } catch {
    return undefined;
  }
}

function cannotSave(name: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (
    `credentials could not be saved in ${name} (${code ?? message}): they are in memory ` +
    'only, and lost at a restart, which needs the file or an initial access token; ' +
    'it is tried again before each run'
  );
}
