/**
 * The four roles, running: for `pnpm dev`, for `pnpm start`, and for tests that
 * want a world of their own, with its own ports, data and clock.
 */
import { join } from 'node:path';
import type { Certificates } from '@four-roles/runtime/local-certificates';
import { isResetRequest, type ResetAnswer } from '@four-roles/runtime/reset-request';
import { certificateSettings, secureOrigins } from './certificates.ts';
import { environment as inherited } from './config.ts';
import type { Mode, Part, PartName } from './part.ts';
import type { Stream } from './part-process.ts';
import { placesOf } from './places.ts';
import { removeData } from './remove-data.ts';
import { cast, type Role, type RoleName } from './role.ts';
import { seed } from './seed.ts';
import { supervise } from './supervise.ts';

export type RolesOptions = {
  mode: Mode;
  /** All state goes there. */
  dataFolder: string;
  /**
   * Public origins; where one is missing, it is a free port of `localhost`, https where
   * there are certificates.
   */
  origins?: Partial<Record<PartName, string>>;
  /** Where a part listens, if not at the port of its origin. */
  ports?: Partial<Record<PartName, number>>;
  /** Stands in front of the roles: they listen elsewhere, and say which rules they tried. */
  inspector?: Part | undefined;
  /** For those who are met at an origin that is https. */
  certificates?: Certificates | undefined;
  /** Moves the clock of all roles, or stops it: see `sharedClock`. */
  clockFile?: string | undefined;
  /** Further settings. */
  settings?: Record<string, string>;
  /** How long a part may take to become healthy; 90 seconds unless said otherwise. */
  patienceSeconds?: number;
  /** The roles themselves; the four of this project unless said otherwise. */
  roles?: Role[];
  /** Called for each line that a part prints. */
  onLine?: (part: Part, line: string, stream: Stream) => void;
  /** Called when a part ends that nobody stopped. */
  onDeath?: (part: Part, output: string) => void;
};

export type RunningRoles = {
  origins: Record<RoleName, string> & { inspector?: string };
  /** Stops one, letting it finish what it is doing. */
  stop(name: PartName): Promise<void>;
  /** Starts one that was stopped or killed, with its old data; resolves when it is healthy. */
  start(name: PartName): Promise<void>;
  /** Ends one at once, as a crash would. */
  kill(name: PartName): Promise<void>;
  /** The last lines that one printed. */
  output(name: PartName): string;
  /**
   * Back to the seeded state: the roles are stopped and started anew, the inspector stays.
   *
   * @param onStopped called when none of them runs
   */
  reset(onStopped?: () => void): Promise<void>;
  stopAll(): Promise<void>;
};

/**
 * Seed, start every role, and wait until each is healthy; where the inspector
 * stands before them, it is there first.
 *
 * @param stopping when it is aborted, the start is given up and everything stopped
 * @throws {PlainError} where a part does not come up; nothing is left running then
 */
export async function startRoles(
  options: RolesOptions,
  stopping?: AbortSignal,
): Promise<RunningRoles> {
  const { mode, dataFolder, roles = cast, inspector, patienceSeconds = 90 } = options;
  const { certificates } = options;
  const parts: Part[] = inspector ? [inspector, ...roles] : roles;
  const { origins, ports } = await placesOf(roles, inspector, options);
  const clockFile =
    options.clockFile ?? (inspector ? join(dataFolder, 'clock.json') : undefined);
  const environment: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: mode === 'start' ? 'production' : 'development',
    DATA_FOLDER: dataFolder,
    ...(clockFile && { CLOCK_FILE: clockFile }),
    ...(inspector && { TRACE_RULES: 'true' }),
    ...certificateSettings(certificates, false),
    ...options.settings,
  };
  for (const { name, originSetting, portSetting } of parts) {
    environment[originSetting] = origins[name];
    environment[portSetting] = String(ports[name]);
  }

  const speaksTls = (part: Part) => secureOrigins(part, origins, ports).length > 0;

  const stopped = new AbortController();
  const running = supervise({
    mode,
    origins,
    ports,
    environmentOf: (part) => ({
      ...environment,
      ...certificateSettings(certificates, speaksTls(part)),
    }),
    authorityFile: certificates?.authorityFile,
    patienceSeconds,
    stopping: AbortSignal.any([stopped.signal, ...(stopping ? [stopping] : [])]),
    onLine: options.onLine,
    onDeath: options.onDeath,
    onMessage: (part, message) => {
      if (part === inspector && isResetRequest(message)) answerReset();
    },
  });

  const seeded = () =>
    roles.some(({ name }) => name === 'authorization-server')
      ? seed(dataFolder, environment)
      : undefined;
  const startAll = async () => {
    // The worker asks the others at once: where that is recorded, they are there first.
    const isLast = ({ name }: Role) => inspector !== undefined && name === 'worker';
    await Promise.all(roles.filter((role) => !isLast(role)).map(running.start));
    await Promise.all(roles.filter(isLast).map(running.start));
  };
  const stopAll = () => {
    stopped.abort();
    return running.stopAll();
  };

  async function reset(onStopped?: () => void): Promise<void> {
    await running.stopAll(roles.map(({ name }) => name));
    onStopped?.();
    try {
      removeData(dataFolder);
      await seeded();
    } finally {
      await startAll();
    }
  }

  async function answerReset(): Promise<void> {
    const say = (answer: ResetAnswer) => running.send('inspector', answer);
    try {
      await reset(() => say({ type: 'roles-stopped' }));
      say({ type: 'reset-done' });
    } catch (error) {
      say({ type: 'reset-failed', reason: (error as Error).message });
    }
  }

  try {
    if (inspector) await running.start(inspector);
    await seeded();
    await startAll();
  } catch (error) {
    await stopAll();
    throw error;
  }

  const named = (name: PartName): Part => {
    const part = parts.find((each) => each.name === name);
    if (!part) throw new Error(`no part is called ${name}`);
    return part;
  };
  return {
    origins,
    start: (name) => running.start(named(name)),
    stop: running.stop,
    kill: running.kill,
    output: running.output,
    reset,
    stopAll,
  };
}
