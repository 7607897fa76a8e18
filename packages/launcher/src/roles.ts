/**
 * The four roles, running: for `pnpm dev`, for `pnpm start`, and for tests that
 * want a world of their own, with its own ports, data and clock.
 */
import { portOf } from '@four-roles/runtime/settings';
import { environment as inherited } from './config.ts';
import { freePort } from './port.ts';
import { cast, type Mode, type Role, type RoleName } from './role.ts';
import { type RoleProcess, type Stream, startProcess } from './role-process.ts';
import { seed } from './seed.ts';
import { untilHealthy } from './until-healthy.ts';

export type RolesOptions = {
  mode: Mode;
  /** All state goes there. */
  dataFolder: string;
  /** Public origins; where one is missing, it is a free port of `localhost`. */
  origins?: Partial<Record<RoleName, string>>;
  /** Where a role listens, if not at the port of its origin. */
  ports?: Partial<Record<RoleName, number>>;
  /** Holds by how many milliseconds the clock of all roles is moved. */
  clockFile?: string | undefined;
  /** Further settings. */
  settings?: Record<string, string>;
  /** How long a role may take to become healthy; 90 seconds unless said otherwise. */
  patienceSeconds?: number;
  /** The roles themselves; the four of this project unless said otherwise. */
  roles?: Role[];
  /** Called for each line that a role prints. */
  onLine?: (role: Role, line: string, stream: Stream) => void;
  /** Called when a role ends that nobody stopped. */
  onDeath?: (role: Role, output: string) => void;
};

export type RunningRoles = {
  origins: Record<RoleName, string>;
  /** Stops one role, letting it finish what it is doing. */
  stop(role: RoleName): Promise<void>;
  /** Starts one that was stopped or killed, with its old data; resolves when it is healthy. */
  start(role: RoleName): Promise<void>;
  /** Ends one at once, as a crash would. */
  kill(role: RoleName): Promise<void>;
  /** The last lines that a role printed. */
  output(role: RoleName): string;
  stopAll(): Promise<void>;
};

/**
 * Seed, start every role, and wait until each is healthy.
 *
 * @param stopping when it is aborted, the start is given up and everything stopped
 * @throws {PlainError} where a role does not come up; nothing is left running then
 */
export async function startRoles(
  options: RolesOptions,
  stopping?: AbortSignal,
): Promise<RunningRoles> {
  const { mode, dataFolder, roles = cast, patienceSeconds = 90 } = options;
  const origins = await originsOf(roles, options.origins);
  const portOfRole = (role: Role) =>
    options.ports?.[role.name] ?? portOf(origins[role.name]);
  const running = new Map<RoleName, RoleProcess>();
  const lastOutput = new Map<RoleName, RoleProcess>();

  const environment: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: mode === 'start' ? 'production' : 'development',
    DATA_FOLDER: dataFolder,
    ...(options.clockFile && { CLOCK_FILE: options.clockFile }),
    ...options.settings,
  };
  for (const role of roles) {
    environment[role.originSetting] = origins[role.name];
    environment[role.portSetting] = String(portOfRole(role));
  }

  function roleNamed(name: RoleName): Role {
    const role = roles.find((each) => each.name === name);
    if (!role) throw new Error(`no role is called ${name}`);
    return role;
  }

  async function start(name: RoleName): Promise<void> {
    if (running.has(name)) throw new Error(`the ${name} is running already`);
    const role = roleNamed(name);
    const child = startProcess({
      folder: role.folder,
      arguments: role.program(mode, portOfRole(role)),
      environment,
      onLine: (line, stream) => options.onLine?.(role, line, stream),
    });
    running.set(name, child);
    lastOutput.set(name, child);
    let healthy = false;
    child.ended.then(() => {
      if (running.get(name) !== child) return;
      running.delete(name);
      if (healthy) options.onDeath?.(role, child.output());
    });
    await untilHealthy(role, child, {
      port: portOfRole(role),
      origin: origins[name],
      patienceSeconds,
      stopping,
    });
    healthy = true;
  }

  async function end(name: RoleName, how: 'stop' | 'kill'): Promise<void> {
    const child = running.get(name);
    running.delete(name);
    await child?.[how]();
  }

  async function stopAll(): Promise<void> {
    await Promise.all([...running.keys()].map((name) => end(name, 'stop')));
  }

  if (origins['authorization-server']) await seed(dataFolder, environment);
  try {
    stopping?.throwIfAborted();
    await Promise.all(roles.map((role) => start(role.name)));
  } catch (error) {
    await stopAll();
    throw error;
  }

  return {
    origins,
    start,
    stop: (name) => end(name, 'stop'),
    kill: (name) => end(name, 'kill'),
    output: (name) => lastOutput.get(name)?.output() ?? '',
    stopAll,
  };
}

async function originsOf(
  roles: Role[],
  given: Partial<Record<RoleName, string>> = {},
): Promise<Record<RoleName, string>> {
  const origins = Object.fromEntries(
    await Promise.all(
      roles.map(async ({ name }) => {
        return [name, given[name] ?? `http://localhost:${await freePort()}`] as const;
      }),
    ),
  );
  return origins as Record<RoleName, string>;
}
