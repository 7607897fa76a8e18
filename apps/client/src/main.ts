/**
 * Starts the client as it was built: `next start`, which speaks no TLS, with
 * the server that the other roles have.
 *
 * @see https://nextjs.org/docs/app/guides/custom-server
 */
import { listen } from '@four-roles/runtime/serve';
import { readTls } from '@four-roles/runtime/tls';
import next from 'next';
import { origin, port } from './config.ts';

const tls = readTls(origin);
const app = next({ hostname: new URL(origin).hostname, port });
await app.prepare();
const answer = app.getRequestHandler();

listen((request, response) => void answer(request, response), {
  role: 'client',
  origin,
  port,
  tls,
  portSetting: 'CLIENT_ORIGIN',
});
