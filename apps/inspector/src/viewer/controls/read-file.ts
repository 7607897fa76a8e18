/** A recording out of a file that was saved: HAR, or the page with everything in it. */
import { fromHar } from '../../exports/open-har.ts';
import { damaged, readRecording } from '../../exports/recording-schema.ts';
import type { Recording, RoleName } from '../../recording/exchange.ts';

/**
 * @param origins of the roles now, for a HAR that does not say whose messages they are
 * @throws {Error} with a sentence
 */
export function readFile(text: string, origins: Record<RoleName, string>): Recording {
  if (!/^\s*</.test(text)) return fromHar(text, origins);
  const page = new DOMParser().parseFromString(text, 'text/html');
  const recording = page.getElementById('recording')?.textContent;
  if (!recording) throw new Error('There is no recording in this page.');
  return readRecording(parse(recording));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(`${damaged}.`);
  }
}
