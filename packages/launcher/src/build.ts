import { PlainError } from './plain-error.ts';
import { runProgram } from './run-program.ts';
import { workspaceProgram } from './workspace-program.ts';

/**
 * Build what browsers are given: the client's pages, the inspector's viewer.
 * What has not changed is not built again.
 *
 * @throws {PlainError} with what the build said
 */
export async function build(...apps: ('client' | 'inspector')[]): Promise<void> {
  const what = apps.map((app) => `the ${app}`).join(' and ');
  console.error(`Building ${what} ...`);
  const filters = apps.map((app) => `--filter=@four-roles/${app}`);
  const { ok, output } = await runProgram(
    workspaceProgram('turbo'),
    ['run', 'build', '--ui=stream', ...filters],
    { environment: { NODE_ENV: 'production' } },
  );
  if (!ok) throw new PlainError(`This could not be built: ${what}.\n${output.trim()}`);
}
