/**
 * `pnpm dev` and `pnpm start`: from nothing to four running roles, and back. What is
 * said here goes to stderr: the stdout of `pnpm start` is the log, for whoever collects it.
 */
import { once } from 'node:events';
import { certificatesFor } from './certificates.ts';
import { clockFile, dataFolder, origins, ownPorts, rulesOff } from './config.ts';
import { checkPort, checkPortsDiffer, listenersOf, portsOf } from './listener.ts';
import { checkNoOtherDevServer } from './other-dev-server.ts';
import type { Mode, Part } from './part.ts';
import { PlainError } from './plain-error.ts';
import { cast, type Role } from './role.ts';
import { type RunningRoles, startRoles } from './roles.ts';
import { type Shown, shownLine } from './shown-line.ts';
import { welcome } from './welcome.ts';

/**
 * Resolves when everything was stopped on request.
 *
 * @param options.build what has to be done once the ports are known to be free
 * @param options.inspector stands in front of the roles, where one is given
 * @param options.roles the four of this project unless said otherwise
 * @throws {PlainError} where a port is taken, a part does not come up, or a part ends
 */
export async function launch(
  mode: Mode,
  {
    build,
    inspector,
    roles = cast,
  }: { build: () => Promise<void>; inspector?: Part; roles?: Role[] },
): Promise<void> {
  // 1. Nothing is started where something would be in the way.
  if (mode === 'dev') for (const role of roles) await checkNoOtherDevServer(role);
  const parts = inspector ? [inspector, ...roles] : roles;
  const ports = portsOf(roles, origins, ownPorts, inspector);
  const listeners = listenersOf(roles, origins, ownPorts, inspector);
  checkPortsDiffer(listeners);
  for (const listener of listeners) await checkPort(listener);
  const certificates = await certificatesFor(parts, origins, ports, dataFolder);
  await build();

  // 2. From here on Ctrl-C stops what was started; a second one does it at once.
  const stop = new AbortController();
  let running: RunningRoles | undefined;
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, onSignal);
  }

  // 3. Start. What the roles print waits until the table is on the screen.
  const held: Shown[] = [];
  let welcomed = false;
  let died: PlainError | undefined;
  try {
    console.error('Starting the four roles ...');
    running = await startRoles(
      {
        mode,
        dataFolder,
        origins,
        ports,
        certificates,
        clockFile,
        inspector,
        roles,
        onLine(part, line, stream) {
          const shown = shownLine(mode, part, line, stream);
          if (!shown) return;
          if (welcomed) print(shown);
          else held.push(shown);
        },
        onDeath(part, output) {
          died = new PlainError(
            `The ${part.label} ended by itself, so the others were stopped too. ` +
              `It said last:\n${lastLines(output)}`,
          );
          stop.abort();
        },
      },
      stop.signal,
    );
  } catch (error) {
    if (stop.signal.aborted && !died) return;
    const reason = died ?? (error as Error);
    // The reason holds the last lines of the part that failed.
    held.filter(({ line }) => !reason.message.includes(line)).forEach(print);
    throw reason;
  }

  // 4. Say what there is.
  console.error(welcome(parts, origins, rulesOff, certificates));
  held.forEach(print);
  welcomed = true;

  // 5. Run until told to stop.
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  console.error('Stopping ...');
  await running.stopAll();
  if (died) throw died;
}

function print({ text, stream }: Shown): void {
  if (stream === 'stderr') console.error(text);
  else console.log(text);
}

function lastLines(output: string): string {
  return output.split('\n').slice(-15).join('\n') || '(nothing)';
}
