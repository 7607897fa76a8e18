/**
 * Which part speaks TLS, and with which certificate: the one that was brought
 * along, or the one that this machine makes for its own name.
 */
import { join } from 'node:path';
import { isLoopback } from '@four-roles/protocol/loopback';
import {
  type Certificates,
  localCertificates,
} from '@four-roles/runtime/local-certificates';
import { portOf } from '@four-roles/runtime/settings';
import { ownCertificate } from './config.ts';
import type { Part, PartName } from './part.ts';
import { PlainError } from './plain-error.ts';

type Origins = Partial<Record<PartName, string>>;
type Ports = Partial<Record<PartName, number>>;

/**
 * The https origins at which a part itself is met. Who listens elsewhere than at its
 * origin has somebody in front, who ends TLS; the inspector stands at every origin.
 */
export function secureOrigins({ name }: Part, origins: Origins, ports: Ports): string[] {
  const met =
    name === 'inspector'
      ? Object.values(origins)
      : [origins[name]!].filter((origin) => portOf(origin) === ports[name]);
  return met.filter((origin) => origin.startsWith('https:'));
}

/**
 * @returns `undefined` where nobody needs one
 * @throws {PlainError} where an origin is one that this machine cannot vouch for
 */
export async function certificatesFor(
  parts: Part[],
  origins: Origins,
  ports: Ports,
  dataFolder: string,
): Promise<Certificates | undefined> {
  const secure = parts.flatMap((part) => secureOrigins(part, origins, ports));
  const { certificateFile = '', keyFile = '' } = ownCertificate;
  if (certificateFile || keyFile) {
    if (secure.length > 0) return { certificateFile, keyFile };
    throw new PlainError(
      'TLS_CERTIFICATE_FILE or TLS_KEY_FILE is set, but no origin is https. ' +
        'For example: CLIENT_ORIGIN=https://localhost:9000',
    );
  }
  if (secure.length === 0) return undefined;
  const abroad = secure.find((origin) => !isLoopback(new URL(origin)));
  if (!abroad) return localCertificates(join(dataFolder, 'tls'));
  throw new PlainError(
    `${abroad} is https, and the certificate that is made here is good for localhost ` +
      'alone: set TLS_CERTIFICATE_FILE and TLS_KEY_FILE.',
  );
}

/** What the environment of a part says of certificates: no other knows the key. */
export function certificateSettings(
  certificates: Certificates | undefined,
  speaksTls: boolean,
): NodeJS.ProcessEnv {
  const { certificateFile, keyFile, authorityFile } = certificates ?? {};
  return {
    TLS_CERTIFICATE_FILE: (speaksTls && certificateFile) || undefined,
    TLS_KEY_FILE: (speaksTls && keyFile) || undefined,
    ...(authorityFile && { NODE_EXTRA_CA_CERTS: authorityFile }),
  };
}
