/**
 * From a process that was started to a role that answers.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { isHealthy } from './health.ts';
import { PlainError } from './plain-error.ts';
import type { Role } from './role.ts';
import type { RoleProcess } from './role-process.ts';

/**
 * @param options.stopping when it is aborted, nobody waits any longer
 * @throws {PlainError} with its last lines, where it ended or takes too long
 */
export async function untilHealthy(
  role: Role,
  child: RoleProcess,
  options: {
    port: number;
    origin: string;
    patienceSeconds: number;
    stopping: AbortSignal | undefined;
  },
): Promise<void> {
  const { port, origin, patienceSeconds, stopping } = options;
  let gone = false;
  child.ended.then(() => {
    gone = true;
  });
  for (let waited = 0; !(await isHealthy(port, origin)); waited++) {
    stopping?.throwIfAborted();
    if (gone) throw neverStarted(role, child, 'ended');
    if (waited > patienceSeconds * 5) throw neverStarted(role, child, 'never answered');
    await wait(200);
  }
}

function neverStarted(role: Role, child: RoleProcess, how: string): PlainError {
  const said = child.output().split('\n').slice(-15).join('\n');
  return new PlainError(
    `The ${role.label} was started and ${how}. ${said ? `It said last:\n${said}` : 'It said nothing.'}`,
  );
}
