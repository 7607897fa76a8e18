/**
 * From a process that was started to a part that answers.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { isHealthy } from './health.ts';
import type { Part } from './part.ts';
import type { PartProcess } from './part-process.ts';
import { PlainError } from './plain-error.ts';

/**
 * @param options.stopping when it is aborted, nobody waits any longer
 * @throws {PlainError} with its last lines, where it ended or takes too long; where its
 *   certificate is not good for its origin
 */
export async function untilHealthy(
  part: Part,
  child: PartProcess,
  options: {
    port: number;
    origin: string;
    authorityFile: string | undefined;
    patienceSeconds: number;
    stopping: AbortSignal;
  },
): Promise<void> {
  const { patienceSeconds, stopping, ...place } = options;
  let gone = false;
  child.ended.then(() => {
    gone = true;
  });
  for (let waited = 0; !(await isHealthy(place)); waited++) {
    stopping.throwIfAborted();
    if (gone) throw neverStarted(part, child, 'ended');
    if (waited > patienceSeconds * 5) throw neverStarted(part, child, 'never answered');
    await wait(200);
  }
}

function neverStarted(part: Part, child: PartProcess, how: string): PlainError {
  const said = child.output().split('\n').slice(-15).join('\n');
  return new PlainError(
    `The ${part.label} was started and ${how}. ${said ? `It said last:\n${said}` : 'It said nothing.'}`,
  );
}
