/** `pnpm dev`, played by stubs. */
import { launch } from '../src/launch.ts';
import { runCommand } from '../src/plain-error.ts';
import { stubCast } from './stub-cast.ts';

await runCommand(() => launch('dev', async () => {}, stubCast));
