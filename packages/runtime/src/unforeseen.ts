/**
 * What nobody foresaw goes to the log; the other party learns only that it
 * happened.
 *
 * A database error may quote the values of its query, and those are people's
 * mail and hashes of secrets: only the cause beneath it is logged. For the
 * same reason an error is never handed to `console` as a whole, which would
 * print its members.
 *
 * @param during what was being done: `POST /user/messages`
 */
export function logUnforeseen(
  thrown: unknown,
  during: string,
  log: (line: string) => void = console.error,
): void {
  let cause = thrown;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  const details = cause instanceof Error ? (cause.stack ?? cause.message) : typeof cause;
  log(`${during} failed: ${details}`);
}
