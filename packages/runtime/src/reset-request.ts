/**
 * What a process asks of the launcher that started it, over the channel
 * between the two: back to the seeded state.
 */
export type ResetRequest = { type: 'reset' };

/** First that no role runs; then that every one is healthy again, or why not, in a sentence. */
export type ResetAnswer =
  | { type: 'roles-stopped' }
  | { type: 'reset-done' }
  | { type: 'reset-failed'; reason: string };

export function isResetRequest(message: unknown): message is ResetRequest {
  return typeOf(message) === 'reset';
}

export function isResetAnswer(message: unknown): message is ResetAnswer {
  return ['roles-stopped', 'reset-done', 'reset-failed'].includes(typeOf(message));
}

function typeOf(message: unknown): string {
  return String((message as { type?: unknown } | null | undefined)?.type);
}
