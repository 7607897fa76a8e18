/**
 * A certificate authority for one machine, and the certificates that it issues.
 * Whoever trusts it trusts it for `localhost` and nothing else: its name
 * constraints say so, and its certificates are good for servers only.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.10
 */
// The library keeps its types with it.
import 'reflect-metadata';
import { KeyObject } from 'node:crypto';
import type { Clock } from '@four-roles/protocol/clock';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** Both in PEM. */
export type CertifiedKey = { certificate: string; key: string };

type Keys = Awaited<ReturnType<typeof makeKeys>>;

/** Who is listened to at `localhost`, by each name that it has. */
export const localNames = { dns: ['localhost'], ip: ['127.0.0.1', '::1'] };

export const aDay = 86_400_000;
const authorityLifetime = 5 * 365 * aDay;
/** Browsers have refused what is valid for more than 398 days. */
export const certificateLifetime = 397 * aDay;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const forServers = new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]);

export async function makeAuthority(clock: Clock): Promise<CertifiedKey> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Four Roles on this machine, O=Four Roles',
    keys,
    ...validity(clock, authorityLifetime),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      forServers,
      onlyLocalNames(),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return inPem(certificate, keys);
}

/** A key for a server, with a certificate under which it answers to these names. */
export async function issueCertificate(
  authority: { certificate: string; key: KeyObject },
  names: typeof localNames,
  clock: Clock,
): Promise<CertifiedKey> {
  const keys = await makeKeys();
  const issuer = new X509Certificate(authority.certificate);
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${names.dns[0]}`,
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority.key),
    ...validity(clock, certificateLifetime),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      forServers,
      new SubjectAlternativeNameExtension([
        ...names.dns.map((value) => ({ type: 'dns' as const, value })),
        ...names.ip.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return inPem(certificate, keys);
}

function makeKeys() {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function signingKey(key: KeyObject) {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

/** From a day ago: another clock of this machine, a virtual one's, may be behind. */
function validity(clock: Clock, lifetime: number) {
  const notBefore = clock.now() - aDay;
  return { notBefore: new Date(notBefore), notAfter: new Date(notBefore + lifetime) };
}

function onlyLocalNames(): Extension {
  const bases = [
    ...localNames.dns.map((dNSName) => new GeneralName({ dNSName })),
    ...localNames.ip.map(
      (ip) => new GeneralName({ iPAddress: `${ip}/${ip.includes(':') ? 128 : 32}` }),
    ),
  ];
  const permittedSubtrees = new GeneralSubtrees(
    bases.map((base) => new GeneralSubtree({ base })),
  );
  const constraints = new NameConstraints({ permittedSubtrees });
  return new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints));
}

function inPem(certificate: X509Certificate, keys: Keys): CertifiedKey {
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { certificate: `${certificate.toString('pem')}\n`, key: String(key) };
}
