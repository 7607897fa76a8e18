/**
 * Which ports are listened on, by whom, and which setting moves each.
 */
import { portOf } from '@four-roles/runtime/settings';
import type { Part, PartName } from './part.ts';
import { PlainError } from './plain-error.ts';
import { isPortFree, portBeside } from './port.ts';

export type Listener = {
  /** In a sentence: `client`, or `client behind the inspector`. */
  label: string;
  port: number;
  /** The setting that moves it, and a value that moves it elsewhere. */
  setting: string;
  elsewhere: string;
};

type Origins = Partial<Record<PartName, string>>;
type Ports = Partial<Record<PartName, number | undefined>>;

/**
 * Where each part listens: where it was told to, or at the port of its origin;
 * the roles, where the inspector stands in front of them, beside that.
 */
export function portsOf(
  roles: Part[],
  origins: Origins,
  ownPorts: Ports,
  inspector: Part | undefined,
): Partial<Record<PartName, number>> {
  const parts = inspector ? [inspector, ...roles] : roles;
  const ports = parts.map((part) => {
    const publicPort = portOf(origins[part.name]!);
    const behind = inspector !== undefined && part !== inspector;
    const standard = behind ? portBeside(publicPort) : publicPort;
    return [part.name, ownPorts[part.name] ?? standard];
  });
  return Object.fromEntries(ports);
}

/** @param inspector the one that stands before all others, where one does */
export function listenersOf(
  roles: Part[],
  origins: Origins,
  ownPorts: Ports,
  inspector: Part | undefined,
): Listener[] {
  const ports = portsOf(roles, origins, ownPorts, inspector);
  const inPublic = ({ label, name, originSetting }: Part): Listener => {
    const origin = origins[name]!;
    const port = portOf(origin);
    const elsewhere = `${new URL(origin).protocol}//localhost:${portBeside(port)}`;
    return { label, port, setting: originSetting, elsewhere };
  };
  const itself = (part: Part): Listener => {
    const behind = inspector !== undefined && part !== inspector;
    const port = ports[part.name]!;
    if (port === portOf(origins[part.name]!)) return inPublic(part);
    const label = behind ? `${part.label} behind the inspector` : part.label;
    return { label, port, setting: part.portSetting, elsewhere: `${portBeside(port)}` };
  };
  if (!inspector) return roles.map(itself);
  return [itself(inspector), ...roles.map(inPublic), ...roles.map(itself)];
}

/** @throws {PlainError} naming the port, who would listen there, and the setting that moves it */
export async function checkPort({
  label,
  port,
  setting,
  elsewhere,
}: Listener): Promise<void> {
  if (await isPortFree(port)) return;
  throw new PlainError(
    `Port ${port} is taken. To move the ${label}, put ${setting}=${elsewhere} ` +
      'before the command. If another `pnpm dev` runs, stop it with Ctrl-C instead.',
  );
}

/** @throws {PlainError} where two are to listen on one port */
export function checkPortsDiffer(listeners: Listener[]): void {
  for (const [index, { label, port, setting }] of listeners.entries()) {
    const other = listeners.slice(0, index).find((each) => each.port === port);
    if (!other) continue;
    throw new PlainError(
      `The ${label} and the ${other.label} are both to listen on port ${port}. ` +
        `Give ${setting} another one.`,
    );
  }
}
