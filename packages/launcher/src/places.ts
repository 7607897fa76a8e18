/**
 * Where each part is reached and where it listens: as it was told, or at a
 * free port.
 */
import type { Certificates } from '@four-roles/runtime/local-certificates';
import { portOf } from '@four-roles/runtime/settings';
import type { Part, PartName } from './part.ts';
import { freePort } from './port.ts';

export type Places = {
  origins: Record<PartName, string>;
  ports: Record<PartName, number>;
};

/** @param inspector where it stands in front, the roles listen elsewhere than they are reached */
export async function placesOf(
  roles: Part[],
  inspector: Part | undefined,
  given: {
    origins?: Partial<Record<PartName, string>>;
    ports?: Partial<Record<PartName, number>>;
    certificates?: Certificates | undefined;
  },
): Promise<Places> {
  const scheme = given.certificates ? 'https' : 'http';
  const places = { origins: {}, ports: {} } as Places;
  for (const part of inspector ? [inspector, ...roles] : roles) {
    const { name } = part;
    const origin = given.origins?.[name] ?? `${scheme}://localhost:${await freePort()}`;
    const behind = inspector !== undefined && part !== inspector;
    places.origins[name] = origin;
    places.ports[name] =
      given.ports?.[name] ?? (behind ? await freePort() : portOf(origin));
  }
  return places;
}
