/**
 * Something the person at the keyboard can put right: the message is one
 * sentence that says how, and no stack trace is shown with it.
 */
export class PlainError extends Error {}

/** Run a command; print what is wrong, and end with status 1, where it fails. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}
