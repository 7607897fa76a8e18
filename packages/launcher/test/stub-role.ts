/**
 * A role for tests: answers GET /health, starts a process of its own as
 * Next.js does, and does as the environment says.
 *
 * STUB_MODE: `well`, `never-healthy`, `ends-at-once`, `deaf` (ignores SIGTERM)
 */
import { fork } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const mode = process.env.STUB_MODE ?? 'well';
const isChild = process.argv[2] === 'child';
appendFileSync(process.env.STUB_PIDS!, `${process.pid}\n`);

if (mode === 'ends-at-once') {
  console.error('The setting COLOUR is wrong.');
  process.exit(78);
}
if (isChild) {
  process.on('SIGTERM', () => process.exit(0));
  setInterval(() => {}, 1000);
  process.send?.('ready');
} else {
  const child = fork(import.meta.filename, ['child']);
  console.log('stub is up');
  process.on('SIGTERM', () => {
    if (mode !== 'deaf') process.exit(0);
  });
  const server = createServer((_request, response) => {
    response.writeHead(mode === 'never-healthy' ? 503 : 200).end('{"status":"ok"}');
  });
  child.once('message', () => server.listen(Number(process.argv[2]), '127.0.0.1'));
}
