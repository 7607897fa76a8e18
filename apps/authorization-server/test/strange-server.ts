/**
 * A server of somebody else, at an address that a client has chosen: it answers
 * as it likes.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

const servers: { close(): void }[] = [];

/** Close all that were started: a scenario may run twice within one test. */
export function closeStrangeServers(): void {
  for (const server of servers.splice(0)) server.close();
}

/** @param tls its certificate and key, in PEM; without them it speaks plain HTTP */
export async function startStrangeServer(
  answer: Answering,
  tls?: { cert: string; key: string },
) {
  const asked: IncomingMessage[] = [];
  const listener: Answering = (request, response) => {
    asked.push(request);
    return answer(request, response);
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  const { port } = server.address() as AddressInfo;
  const scheme = tls ? 'https' : 'http';
  return { asked, server, port, url: `${scheme}://localhost:${port}/jwks` };
}

/** An answer of this type and with this body. */
export function answering(
  body: unknown,
  type = 'application/jwk-set+json',
  headers: Record<string, string> = {},
): Answering {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (_, response) =>
    response.writeHead(200, { 'content-type': type, ...headers }).end(text);
}
