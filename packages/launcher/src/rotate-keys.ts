/**
 * `pnpm rotate-keys`: the authorization server's own program, with the data
 * folder and the clock of the servers that run, or that will; `--https` where
 * those are.
 */
import { execFileSync } from 'node:child_process';
import { settingsBesideServers } from './beside-the-servers.ts';
import { appFolder } from './part.ts';

const args = process.argv.slice(2).filter((each) => each !== '--https');

try {
  execFileSync(process.execPath, ['src/rotate-keys.ts', ...args], {
    cwd: appFolder('authorization-server'),
    env: await settingsBesideServers(),
    stdio: 'inherit',
  });
} catch (error) {
  process.exitCode = (error as { status?: number }).status ?? 1;
}
