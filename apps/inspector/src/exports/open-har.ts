/**
 * Opens an HTTP archive: one that was saved here gives back the very recording
 * that it was; of one that a browser saved, what went to the four roles.
 */
import type { RawHeaders, Recording, RoleName } from '../recording/exchange.ts';
import { foreignRecording } from './foreign-har.ts';
import { type Entry, harFile, savedEntry } from './har-schema.ts';
import { damaged, readAs, readRecording, recordingFacts } from './recording-schema.ts';

/**
 * @param origins where a browser whose file this is would have asked the roles
 * @throws {Error} with a sentence for whoever chose the file
 */
export function fromHar(text: string, origins: Record<RoleName, string>): Recording {
  const { log } = readAs(harFile, parse(text), 'This file is no HTTP archive (HAR)');
  if (log._fourRoles === undefined) return foreignRecording(log.entries, origins);
  const facts = readAs(recordingFacts, log._fourRoles, damaged);
  return readRecording({ ...facts, exchanges: log.entries.map(savedExchange) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('This file is no HTTP archive (HAR): it is not JSON.');
  }
}

function savedExchange({ request, response, _fourRoles }: Entry) {
  const saved = readAs(savedEntry, _fourRoles, damaged);
  const { target, requestBody, responseBody, ...facts } = saved;
  return {
    ...facts,
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
