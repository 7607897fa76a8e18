/**
 * The certificate with which a role speaks TLS itself. Where it has none, and
 * its origin is https all the same, somebody in front of it ends TLS.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSettings } from './settings.ts';

/** In PEM; the certificate with those that lead to a root, if there are any. */
export type Tls = { cert: string; key: string };

const folder = '/etc/four-roles/tls';

function fileSetting(example: string) {
  return z
    .string()
    .transform((file, context) => {
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        context.addIssue(`${file} cannot be read (${code})`);
        return z.NEVER;
      }
    })
    .optional()
    .describe(example);
}

const schema = z
  .object({
    TLS_CERTIFICATE_FILE: fileSetting(`${folder}/certificate.pem`),
    TLS_KEY_FILE: fileSetting(`${folder}/key.pem`),
  })
  .superRefine(({ TLS_CERTIFICATE_FILE: cert, TLS_KEY_FILE: key }, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (cert === undefined && key === undefined) return;
    if (cert === undefined)
      return refuse('TLS_CERTIFICATE_FILE', 'it goes together with TLS_KEY_FILE');
    if (key === undefined)
      return refuse('TLS_KEY_FILE', 'it goes together with TLS_CERTIFICATE_FILE');
    const certificate = parsed(() => new X509Certificate(cert));
    const privateKey = parsed(() => createPrivateKey(key));
    if (!certificate)
      refuse('TLS_CERTIFICATE_FILE', 'the file holds no certificate in PEM');
    if (!privateKey) refuse('TLS_KEY_FILE', 'the file holds no private key in PEM');
    if (certificate && privateKey && !certificate.checkPrivateKey(privateKey))
      refuse('TLS_KEY_FILE', 'the key is not that of the certificate');
  });

/**
 * @param origin of the role; a certificate is of no use to one that is plain http
 * @returns `undefined` where the role is to speak plain HTTP
 */
export function readTls(
  origin: string,
  environment?: NodeJS.ProcessEnv,
): Tls | undefined {
  const forOrigin = schema.refine(
    ({ TLS_CERTIFICATE_FILE: cert }) => !cert || origin.startsWith('https:'),
    {
      path: ['TLS_CERTIFICATE_FILE'],
      error: `the origin is ${origin}: with a certificate it has to be https`,
    },
  );
  const { TLS_CERTIFICATE_FILE: cert, TLS_KEY_FILE: key } = readSettings(
    forOrigin,
    environment,
  );
  return cert && key ? { cert, key } : undefined;
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
