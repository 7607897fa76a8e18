/**
 * A file that only its owner can read, and that is whole at every moment.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * It is written beside its place, brought to the disk, and then moved into its
 * place: whoever reads finds the old content or the new, and a machine that
 * loses its power leaves one of the two.
 *
 * @throws {Error} where it cannot be written, on a full disk for one: the old file stays
 */
export function writePrivateFile(file: string, content: string): void {
  const beside = `${file}.new`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const descriptor = openSync(beside, 'w', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  bringToDisk(dirname(file));
}

/** The new name of a file is kept in its folder. */
function bringToDisk(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
