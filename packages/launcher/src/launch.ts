/**
 * `pnpm dev` and `pnpm start`: from nothing to four running roles, and back.
 */
import { once } from 'node:events';
import { styleText } from 'node:util';
import { clockFile, dataFolder, origins, ports, rulesOff } from './config.ts';
import { checkNoOtherDevServer } from './other-dev-server.ts';
import { PlainError } from './plain-error.ts';
import { checkPort, checkPortsDiffer } from './port.ts';
import { cast, type Mode, type Role } from './role.ts';
import { type RunningRoles, startRoles } from './roles.ts';
import { welcome } from './welcome.ts';

/**
 * Resolves when everything was stopped on request.
 *
 * @param beforeStart what has to be done once the ports are known to be free
 * @param roles the four of this project unless said otherwise
 * @throws {PlainError} where a port is taken, a role does not come up, or a role ends
 */
export async function launch(
  mode: Mode,
  beforeStart: () => Promise<void> = async () => {},
  roles: Role[] = cast,
): Promise<void> {
  // 1. Nothing is started where something would be in the way.
  if (mode === 'dev') for (const role of roles) await checkNoOtherDevServer(role);
  checkPortsDiffer(roles, ports);
  for (const role of roles) await checkPort(role, ports[role.name]);
  await beforeStart();

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

  // 3. Start. What the worker reports waits until the table is on the screen.
  const held: string[] = [];
  let welcomed = false;
  let died: PlainError | undefined;
  try {
    console.log('Starting the four roles ...');
    running = await startRoles(
      {
        mode,
        dataFolder,
        origins,
        ports,
        clockFile,
        roles,
        onLine(role, line, stream) {
          if (stream === 'stderr') console.error(labelled(role, line));
          else if (role.name !== 'worker') return;
          else if (welcomed) console.log(labelled(role, line));
          else held.push(labelled(role, line));
        },
        onDeath(role, output) {
          died = new PlainError(
            `The ${role.label} ended by itself, so the others were stopped too. ` +
              `It said last:\n${lastLines(output)}`,
          );
          stop.abort();
        },
      },
      stop.signal,
    );
  } catch (error) {
    if (!stop.signal.aborted || died) throw died ?? error;
    return;
  }

  // 4. Say what there is.
  console.log(welcome(roles, origins, rulesOff));
  for (const line of held) console.log(line);
  welcomed = true;

  // 5. Run until told to stop.
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  console.log('Stopping ...');
  await running.stopAll();
  if (died) throw died;
}

function labelled(role: Role, line: string): string {
  return `${styleText(role.color, `${role.label} |`)} ${line}`;
}

function lastLines(output: string): string {
  return output.split('\n').slice(-15).join('\n') || '(nothing)';
}
