/**
 * What a process asks of the launcher that started it, over the channel
 * between the two: back to the seeded state.
 */
export type ResetRequest = { type: 'reset' };

/** Given when every role is healthy again, or cannot be. */
export type ResetAnswer =
  | { type: 'reset-done' }
  /** @param reason a sentence */
  | { type: 'reset-failed'; reason: string };

export function isResetRequest(message: unknown): message is ResetRequest {
  return typeOf(message) === 'reset';
}

export function isResetAnswer(message: unknown): message is ResetAnswer {
  return ['reset-done', 'reset-failed'].includes(typeOf(message));
}

function typeOf(message: unknown): string {
  return String((message as { type?: unknown } | null | undefined)?.type);
}
