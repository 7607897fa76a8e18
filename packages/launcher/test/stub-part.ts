/**
 * A part for tests: answers GET /health, asks for a reset at GET /reset, starts
 * a process of its own as Next.js does, and does as the environment says.
 *
 * STUB_MODE: `well`, `never-healthy`, `ends-at-once`, `deaf` (ignores SIGTERM)
 */
import { fork } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createHttpServer } from '@four-roles/runtime/http-server';
import { readTls } from '@four-roles/runtime/tls';

const [, , name, port] = process.argv;
const mode = process.env.STUB_MODE ?? 'well';
const { CLOCK_FILE, TRACE_RULES, WORKER_PORT, NODE_EXTRA_CA_CERTS } = process.env;
const origin = process.env[`${name!.toUpperCase().replace('-', '_')}_ORIGIN`] ?? '';
appendFileSync(process.env.STUB_PIDS!, `${process.pid} ${name}\n`);

if (mode === 'ends-at-once') {
  console.error('The setting COLOUR is wrong.');
  process.exit(78);
}
if (name === 'child') {
  process.on('SIGTERM', () => process.exit(0));
  setInterval(() => {}, 1000);
  process.send?.('ready');
} else {
  const child = fork(import.meta.filename, ['child']);
  console.log('stub is up');
  process.on('SIGTERM', () => {
    if (mode !== 'deaf') process.exit(0);
  });
  const server = createHttpServer(origin, readTls(origin), {}, (request, response) => {
    if (request.url === '/reset') {
      const heard: unknown[] = [];
      const hear = (answer: unknown) => {
        if (heard.push(answer) < 2) return;
        process.off('message', hear);
        response.end(JSON.stringify(heard));
      };
      process.on('message', hear).send?.({ type: 'reset' });
      return;
    }
    const settings = { CLOCK_FILE, TRACE_RULES, WORKER_PORT, NODE_EXTRA_CA_CERTS };
    response
      .writeHead(mode === 'never-healthy' ? 503 : 200)
      .end(JSON.stringify(settings));
  });
  child.once('message', () => server.listen(Number(port), '127.0.0.1'));
}
