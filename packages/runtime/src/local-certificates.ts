/**
 * The certificates of this machine, as files: the authority is made once, so
 * that a browser has to be told of it once; its certificate for `localhost` is
 * made anew before it ends. No process but the one that signs reads `ca-key.pem`.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock } from '@four-roles/protocol/clock';
import {
  aDay,
  type CertifiedKey,
  certificateLifetime,
  issueCertificate,
  localNames,
  makeAuthority,
} from './certificate-authority.ts';
import { writePrivateFile } from './private-file.ts';

export type Certificates = {
  certificateFile: string;
  keyFile: string;
  /** Of who issued it, where nobody knows that one by itself. */
  authorityFile?: string;
};

/** Milliseconds. Nothing that is used today ends tomorrow. */
const aMonth = 30 * aDay;

/** @param folder where they are, or will be; nobody but its owner reads it */
export async function localCertificates(
  folder: string,
  clock: Clock = systemClock,
): Promise<Required<Certificates>> {
  const authorityFile = join(folder, 'ca.pem');
  const authorityKeyFile = join(folder, 'ca-key.pem');
  const certificateFile = join(folder, 'localhost.pem');
  const keyFile = join(folder, 'localhost-key.pem');
  const lasts = ({ validToDate }: X509Certificate, milliseconds: number) =>
    validToDate.getTime() - clock.now() > milliseconds;

  // 1. The authority has to outlive what it signs.
  let authority = read(authorityFile, authorityKeyFile);
  if (!authority || !lasts(authority.certificate, certificateLifetime + aMonth)) {
    write(await makeAuthority(clock), authorityFile, authorityKeyFile);
    authority = read(authorityFile, authorityKeyFile)!;
  }

  // 2. The certificate is the authority's own, and is good for a while yet.
  const { certificate: issuer, key } = authority;
  const found = read(certificateFile, keyFile)?.certificate;
  if (!found?.verify(issuer.publicKey) || !lasts(found, aMonth)) {
    const signer = { certificate: issuer.toString(), key };
    const issued = await issueCertificate(signer, localNames, clock);
    write(issued, certificateFile, keyFile);
  }
  return { certificateFile, keyFile, authorityFile };
}

/** `undefined` where one is missing, cannot be read, or is not the other's. */
function read(
  certificateFile: string,
  keyFile: string,
): { certificate: X509Certificate; key: KeyObject } | undefined {
  try {
    const certificate = new X509Certificate(readFileSync(certificateFile));
    const key = createPrivateKey(readFileSync(keyFile));
    return certificate.checkPrivateKey(key) ? { certificate, key } : undefined;
  } catch {
    return undefined;
  }
}

function write(
  { certificate, key }: CertifiedKey,
  certificateFile: string,
  keyFile: string,
): void {
  writePrivateFile(keyFile, key);
  writePrivateFile(certificateFile, certificate);
}
