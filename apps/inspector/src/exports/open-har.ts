/**
 * Opens an HTTP archive: one that was saved here gives back the very recording
 * that it was; of one that a browser saved, what went to the four roles.
 */
import type { Exchange, RawHeaders, Recording, RoleName } from '../recording/exchange.ts';
import { foreignRecording } from './foreign-har.ts';
import { type Entry, harFile, read, savedEntry, savedRecording } from './har-schema.ts';

/**
 * @param origins where a browser whose file this is would have asked the roles
 * @throws {Error} with a sentence for whoever chose the file
 */
export function fromHar(text: string, origins: Record<RoleName, string>): Recording {
  const { log } = read(harFile, parse(text), 'This file is no HTTP archive (HAR)');
  if (log._fourRoles === undefined) return foreignRecording(log.entries, origins);
  const about = read(savedRecording, log._fourRoles, damaged);
  const exchanges = log.entries.map(savedExchange);
  const ids = new Set(exchanges.map(({ id }) => id));
  if (ids.size < exchanges.length) {
    throw new Error(`${damaged}: two of its messages have the same number.`);
  }
  return { ...about, exchanges };
}

const damaged = 'This recording was changed after it was saved, or is damaged';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('This file is no HTTP archive (HAR): it is not JSON.');
  }
}

function savedExchange({ request, response, _fourRoles }: Entry): Exchange {
  const saved = read(savedEntry, _fourRoles, damaged);
  const { target, requestBody, responseBody, ...about } = saved;
  return {
    ...(about as Omit<Exchange, 'request' | 'response'>),
    request: {
      method: request.method,
      target,
      headers: pairs(request.headers),
      body: { text: request.postData?.text ?? '', ...requestBody },
    },
    ...(responseBody && {
      response: {
        status: response.status,
        reason: response.statusText,
        headers: pairs(response.headers),
        body: { text: response.content.text ?? '', ...responseBody },
      },
    }),
  };
}

function pairs(headers: { name: string; value: string }[]): RawHeaders {
  return headers.map(({ name, value }) => [name, value]);
}
