import { currentTrace } from '@four-roles/protocol/trace-context';
import { logLine } from './log-line.ts';

/**
 * What nobody foresaw goes to the log, in a line that names the trace of the
 * request; the other party learns only that it happened.
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
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : typeof cause;
  log(logLine('error', { message: `${during} failed`, stack }, currentTrace()));
}
