/**
 * While a message is held, others wait: whoever sent it, and whoever waits for
 * those. A client that hears nothing for long gives up (fetch of Node.js after
 * five minutes), so each of them is told `102 Processing` now and then, which
 * starts its patience anew. A client must take any number of such answers
 * before the final one (RFC 9110, section 15.2).
 *
 * What limits remain: a caller that allows only so many seconds in all (curl
 * with --max-time, `AbortSignal.timeout`) gives up all the same; one that takes
 * 102 for the answer, against the text, as http.client of Python does, fails
 * after two minutes; one that speaks HTTP/1.0, which must not be sent this, has
 * the patience that it has; and nobody is told once the head of the answer has
 * gone by.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2518#section-10.1 for 102
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Milliseconds. The first is sent when the second interval is over. */
const interval = 60_000;

/** How many messages are held at this moment, by all wiretaps of this process. */
let held = 0;

/**
 * @param decision what is to become of a message; until then it counts as held
 * @throws the reason of `gone`, where the caller goes before
 */
export async function hold<T>(decision: Promise<T>, gone: AbortSignal): Promise<T> {
  held += 1;
  try {
    return await unlessGone(decision, gone);
  } finally {
    held -= 1;
  }
}

/** @throws the reason of `gone`, where it comes before the promise is settled */
export async function unlessGone<T>(promise: Promise<T>, gone: AbortSignal): Promise<T> {
  gone.throwIfAborted();
  const { promise: leaving, reject } = Promise.withResolvers<never>();
  const leave = () => reject(gone.reason);
  gone.addEventListener('abort', leave);
  try {
    return await Promise.race([promise, leaving]);
  } finally {
    gone.removeEventListener('abort', leave);
  }
}

/** @returns ends it: to be called when the exchange is over */
export function keepWaiting(
  request: IncomingMessage,
  response: ServerResponse,
): () => void {
  if (request.httpVersion !== '1.1') return () => {};
  let intervals = 0;
  const timer = setInterval(() => {
    intervals += 1;
    if (intervals < 2 || held === 0) return;
    if (!response.headersSent && response.writable) response.writeProcessing();
  }, interval);
  return () => clearInterval(timer);
}
