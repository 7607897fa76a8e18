import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** The parameters in the body of a request. */
export async function readForm(
  request: IncomingMessage,
): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await text(request)));
}
