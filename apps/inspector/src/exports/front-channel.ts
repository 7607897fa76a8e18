/**
 * The lens "what the browser could see": whatever the browser sent or received
 * passed through it, and nothing else did.
 */
import type {
  Exchange,
  RecordedRequest,
  RecordedResponse,
} from '../recording/exchange.ts';

/** @returns false for what servers say among themselves, and for what was sent again from the inspector */
export function browserCouldSee({ from, sentAgain }: Exchange): boolean {
  return from === 'browser' && sentAgain === undefined;
}

/**
 * The two messages as the browser had them. What was changed in the wire was
 * changed after the browser sent it, and before the browser received it.
 */
export function asBrowserSaw(exchange: Exchange): {
  request?: RecordedRequest;
  response?: RecordedResponse;
} {
  if (!browserCouldSee(exchange)) return {};
  const { request, requestBefore, response } = exchange;
  return { request: requestBefore ?? request, ...(response && { response }) };
}
