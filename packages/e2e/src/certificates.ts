/**
 * The certificates of worlds that are https: one authority for all of them, kept
 * where neither a reset nor a report of the tests reaches it.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { rootFolder } from '@four-roles/launcher/root-folder';
import {
  type Certificates,
  localCertificates,
} from '@four-roles/runtime/local-certificates';
import type { Tls } from '@four-roles/runtime/tls';

export type Scheme = 'http' | 'https';

export const certificatesFolder = join(
  rootFolder,
  'packages/e2e/node_modules/.cache/four-roles-tls',
);

export const certificates = await localCertificates(certificatesFolder);

export const tls = readTls(certificates);

/** As good a certificate for localhost, but of an authority that nobody was told of. */
export async function strangersTls(): Promise<Tls> {
  return readTls(await localCertificates(join(certificatesFolder, 'stranger')));
}

function readTls({ certificateFile, keyFile }: Certificates): Tls {
  return {
    cert: readFileSync(certificateFile, 'utf8'),
    key: readFileSync(keyFile, 'utf8'),
  };
}

/** From now on what this process asks by itself is verified against the authority too. */
export function trustAuthority(): void {
  const authority = readFileSync(certificates.authorityFile, 'utf8');
  setDefaultCACertificates([...getCACertificates('default'), authority]);
}

/**
 * Chromium takes authorities from the system alone, where a test installs nothing.
 * With this argument it trusts one key, that of our certificate, and goes on
 * verifying every other.
 */
export function trustOurKey(): string {
  const { publicKey } = new X509Certificate(tls.cert);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(der).digest('base64');
  return `--ignore-certificate-errors-spki-list=${hash}`;
}
