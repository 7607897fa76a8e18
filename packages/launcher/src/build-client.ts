import { PlainError } from './plain-error.ts';
import { runProgram } from './run-program.ts';
import { workspaceProgram } from './workspace-program.ts';

/**
 * Build the client, the one role that needs it; what has not changed is not
 * built again.
 *
 * @throws {PlainError} with what the build said
 */
export async function buildClient(): Promise<void> {
  const build = ['run', 'build', '--filter=@four-roles/client', '--ui=stream'];
  const { ok, output } = await runProgram(workspaceProgram('turbo'), build, {
    environment: { NODE_ENV: 'production' },
  });
  if (!ok) throw new PlainError(`The client could not be built.\n${output.trim()}`);
}
