/**
 * Requests that the inspector sends itself: to a role, and to nobody else.
 */
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { json } from 'node:stream/consumers';
import { connect as connectWithTls } from 'node:tls';
import { portOf } from '@four-roles/runtime/settings';
import type { RawHeaders } from './recording/exchange.ts';
import { encodedTarget } from './wiretap/edited-message.ts';

export type RequestOfOurs = {
  method: string;
  /** Path and query. */
  target: string;
  headers: RawHeaders;
  body: Buffer;
};

/** Fields of a connection that is gone, and of a framing that is made anew. */
const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'expect',
  'upgrade',
  'te',
  'trailer',
  'transfer-encoding',
  'content-length',
]);

/**
 * Send it where others reach the role: through the wiretap, which records and
 * may hold it. Nobody waits for the answer here; it is in the recording.
 *
 * @param origin the public origin of the role
 * @param announce called with the port that it will come from, before it is sent
 * @returns what comes when the connection is closed again, however that was
 */
export async function sendThroughWiretap(
  origin: string,
  { method, target, headers, body }: RequestOfOurs,
  announce: (port: number) => void = () => {},
): Promise<{ closed: Promise<unknown> }> {
  const socket = await connected(new URL(origin));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  announce(socket.localPort!);
  const kept = headers.filter(([name]) => !ofTheConnection.has(name.toLowerCase()));
  const length: RawHeaders =
    body.length > 0 || method === 'POST' ? [['Content-Length', `${body.length}`]] : [];
  const request = httpRequest({
    createConnection: () => socket,
    method,
    path: encodedTarget(target),
    headers: [...kept, ...length, ['Connection', 'close']].flat(),
    setHost: false,
  });
  request.on('response', (response) => response.resume());
  request.on('error', () => {});
  request.end(body);
  return { closed };
}

async function connected({ origin, protocol, hostname }: URL): Promise<Socket> {
  const port = portOf(origin);
  const secure = protocol === 'https:';
  const socket = secure
    ? connectWithTls({ host: hostname.replace(/[[\]]/g, ''), port })
    : connect({ host: '127.0.0.1', port });
  await once(socket, secure ? 'secureConnect' : 'connect');
  return socket;
}

/**
 * Ask a role where it listens, past the wiretap: this is in no recording.
 *
 * @param port where the role listens
 * @param url under its public origin
 * @returns the JSON of its answer
 * @throws where there is none, or it is no success
 */
export async function askPrivately(port: number, url: URL): Promise<unknown> {
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path: url.pathname,
    headers: { Host: url.host },
    signal: AbortSignal.timeout(5000),
  }).end();
  const [response] = await once(request, 'response');
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode}`);
  return json(response);
}
