/** `pnpm dev`, played by stubs. */
import { launch } from '../src/launch.ts';
import { runCommand } from '../src/plain-error.ts';
import { stubCast, stubInspector } from './stub-cast.ts';

await runCommand(() =>
  launch('dev', { inspector: stubInspector, roles: stubCast, build: async () => {} }),
);
