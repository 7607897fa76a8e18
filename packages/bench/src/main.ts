/**
 * `pnpm bench`: how fast the authorization server and the resource server
 * answer, beside well-known libraries that do the same, and through the inspector;
 * and how soon a token that was revoked is refused.
 *
 * How to read it. Each table is one measurement. All its servers run at the
 * same time, each in a process of its own, and are asked in turns (A B C, A B
 * C, ...) in five short rounds after one that warms up; a figure is the median
 * of its five. "ours is" says how many times the rate of that line ours has.
 * Servers are kept on one core and the load on another, where there are two
 * and `taskset` is installed; "core used" near 100 % says that the server was
 * what limited the figure, and not the load or another program. "µs each" is
 * the processor time that one answer cost; it suffers least on a busy machine.
 *
 * Requests each second are those of your machine, today; the ratios are what
 * to compare. An aim that is missed is printed as such and is no failure. An
 * answer that is wrong is one.
 */
import { availableParallelism } from 'node:os';
import { describeWritten, writtenDuring } from './commits.ts';
import { coresApart } from './cores.ts';
import { startAuthorizationServer } from './four-roles.ts';
import { type LoadProcess, startLoadProcess } from './load.ts';
import { type Measurement, measure } from './measure.ts';
import { clientAssertion } from './measurements/client-assertion.ts';
import { clientCredentials } from './measurements/client-credentials.ts';
import { codeFlow } from './measurements/code-flow.ts';
import { introspection } from './measurements/introspection.ts';
import { resourceReads } from './measurements/resource-read.ts';
import { revocation } from './measurements/revocation.ts';
import { wiretap } from './measurements/wiretap.ts';
import { report } from './report.ts';
import { stopServers } from './running-server.ts';

const cores = coresApart ? 'servers and load on different cores' : 'cores shared';
console.log(
  `Node.js ${process.version}, ${availableParallelism()} processors, ${cores}\n`,
);

const loadProcess = startLoadProcess();
process.once('SIGINT', () => stopServers().then(() => process.exit(130)));
try {
  await measureAll(loadProcess);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await loadProcess.stop();
  await stopServers();
}

async function measureAll(loadProcess: LoadProcess): Promise<void> {
  const run = async (measurement: Measurement) =>
    console.log(report(measurement, await measure(measurement, loadProcess)));

  const ours = await startAuthorizationServer();
  const issuing = await clientCredentials(ours);
  const written = await writtenDuring(ours.databaseFile, () => run(issuing));
  console.log(describeWritten(written));

  await run(clientAssertion(ours));
  await run(await codeFlow(ours));
  await run(await introspection(ours));
  for (const measurement of await resourceReads()) await run(measurement);
  for (const measurement of await wiretap(ours)) await run(measurement);
  console.log(await revocation(ours));
}
