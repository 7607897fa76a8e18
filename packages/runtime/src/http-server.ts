/**
 * A server that speaks HTTP, over TLS where it has a certificate. Whoever speaks
 * plain HTTP to a TLS port is told so, and nothing of what was sent is read.
 */
import {
  createServer,
  type RequestListener,
  type Server,
  type ServerOptions,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Tls } from './tls.ts';

/** Milliseconds in which a connection has to become one of TLS. */
const patience = 5000;

/** Every connection of TLS begins with a handshake record: RFC 8446, section 5.1. */
const handshakeRecord = 0x16;

/** @param origin where people reach it: named to who speaks plain HTTP */
export function createHttpServer(
  origin: string,
  tls: Tls | undefined,
  options: ServerOptions,
  listener?: RequestListener,
): Server {
  if (!tls) return createServer(options, listener);
  const handshakeTimeout = patience;
  const server = createTlsServer({ ...options, ...tls, handshakeTimeout }, listener);
  const beginTls = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const tooSlow = setTimeout(() => socket.destroy(), patience);
    const stopWaiting = () => clearTimeout(tooSlow);
    const ignore = () => {};
    socket.once('close', stopWaiting).on('error', ignore);
    socket.once('data', (first: Buffer) => {
      if (first[0] !== handshakeRecord) return refuse(socket, origin);
      stopWaiting();
      socket.off('close', stopWaiting).off('error', ignore);
      socket.pause();
      socket.unshift(first);
      for (const begin of beginTls) begin.call(server, socket);
    });
  });
  return server;
}

/** What still comes is thrown away: a connection that is cut would lose the answer. */
function refuse(socket: Socket, origin: string): void {
  const body = `Plain HTTP is refused here: this port speaks HTTPS. Open ${origin}/\n`;
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  socket.resume();
}
