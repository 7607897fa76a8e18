/**
 * GET /health
 *
 * Asked at the place where a part listens, under the name that it is known by.
 */
import { readFileSync } from 'node:fs';
import { get as getPlainly } from 'node:http';
import { get as getOverTls } from 'node:https';
import { portOf } from '@four-roles/runtime/settings';
import { PlainError } from './plain-error.ts';

const patienceWithOneAnswer = 5000;

/**
 * Does it answer that it is well?
 *
 * @param place.authorityFile of who issued its certificate, if not known anyway
 * @throws {PlainError} where others will not trust its certificate
 */
export function isHealthy(place: {
  port: number;
  origin: string;
  authorityFile: string | undefined;
}): Promise<boolean> {
  const { port, origin, authorityFile } = place;
  const { protocol, host, hostname } = new URL(origin);
  const secure = protocol === 'https:' && port === portOf(origin);
  const isName = /[a-z]$/.test(hostname);
  return new Promise((resolve, reject) => {
    const get = secure ? getOverTls : getPlainly;
    const request = get(
      {
        host: '127.0.0.1',
        port,
        path: '/health',
        headers: { Host: host },
        agent: false,
        timeout: patienceWithOneAnswer,
        ...(isName && { servername: hostname }),
        ...(authorityFile && { ca: readFileSync(authorityFile) }),
      },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', ({ code = '', message }: NodeJS.ErrnoException) =>
      /CERT|VERIFY/.test(code) ? reject(notTrusted(origin, message)) : resolve(false),
    );
  });
}

function notTrusted(origin: string, reason: string): PlainError {
  return new PlainError(
    `The certificate at ${origin} is one that the other roles will not trust: ${reason}. ` +
      'Is it the right TLS_CERTIFICATE_FILE? The certificate of an authority of your own ' +
      'goes into NODE_EXTRA_CA_CERTS.',
  );
}
