/**
 * What servers say to each other behind the browser's back. The public port of
 * the authorization server belongs to this file, which passes everything on to
 * the server's private port and keeps what came to its token, introspection
 * and revocation endpoints: so a test knows the secrets that a browser must
 * never see, and can send a message a second time.
 */
import { once } from 'node:events';
import { createServer, type RequestListener, request as send } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Tls } from '@four-roles/runtime/tls';
import { type Scheme, tls } from './certificates.ts';

export type Exchange = {
  path: string;
  /** Of the request. */
  headers: Record<string, string>;
  body: string;
  status: number;
  answer: string;
};

export type BackChannel = {
  exchanges: Exchange[];
  /** From now on with another certificate; whoever was connected has to connect anew. */
  present(certificate: Tls): void;
  close(): void;
};

const kept = ['/token', '/introspect', '/revoke'];

/**
 * @param scheme in which others speak; the server itself speaks plain HTTP
 * @param port where others expect the server
 * @param privatePort where it listens
 */
export async function listenIn(
  scheme: Scheme,
  port: number,
  privatePort: number,
): Promise<BackChannel> {
  const exchanges: Exchange[] = [];
  const passOn: RequestListener = async (incoming, outgoing) => {
    const { method, url: path = '/', rawHeaders } = incoming;
    const body = Buffer.concat(await incoming.toArray());
    // The server is away: so are we.
    const hangUp = () => void incoming.socket.destroy();
    const onward = send({
      host: '127.0.0.1',
      port: privatePort,
      method,
      path,
      headers: rawHeaders,
      agent: false,
    });
    onward.on('response', async (response) => {
      const chunks = await response.toArray().catch(hangUp);
      if (!chunks) return;
      const answer = Buffer.concat(chunks);
      outgoing.writeHead(response.statusCode ?? 502, response.rawHeaders).end(answer);
      if (!kept.includes(path)) return;
      exchanges.push({
        path,
        headers: namedHeaders(rawHeaders),
        body: String(body),
        status: response.statusCode ?? 502,
        answer: String(answer),
      });
    });
    onward.on('error', hangUp);
    onward.end(body);
  };
  const secure = scheme === 'https' ? createTlsServer(tls, passOn) : undefined;
  const server = secure ?? createServer(passOn);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    exchanges,
    present(certificate) {
      secure?.setSecureContext(certificate);
      server.closeAllConnections();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function namedHeaders(raw: string[]): Record<string, string> {
  const pairs = raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? '']] : [],
  );
  return Object.fromEntries(pairs);
}
