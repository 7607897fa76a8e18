/**
 * The wiretap of one role: it listens where callers expect the role, passes
 * every byte on to where the role listens, and lets an observer see, hold and
 * change what passes. The only header it takes away is the rule trace.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createHttpServer } from '@four-roles/runtime/http-server';
import { CallerConnection, maxHeaderSize, type Wire } from './caller-connection.ts';
import { guarded } from './guarded-observer.ts';
import { passRequest } from './pass-request.ts';
import { isUpgrade, passUpgrade } from './pass-upgrade.ts';

export type Wiretap = {
  port: number;
  /** Hangs up on everybody. */
  close(): Promise<void>;
};

/**
 * Resolves when it listens, on loopback alone: on 127.0.0.1 and, where the
 * machine has it, on ::1, since a browser takes `localhost` for either.
 *
 * @param wire.publicPort 0 for any that is free
 * @param log is told when the observer throws, which breaks nothing
 * @throws Error with the code EADDRINUSE where the port is taken
 */
export async function startWiretap(
  wire: Wire,
  log?: (line: string) => void,
): Promise<Wiretap> {
  const guardedWire = { ...wire, observer: guarded(wire.observer, log) };
  const first = await listen(guardedWire, '127.0.0.1');
  guardedWire.publicPort = first.port;
  try {
    const second = await listen(guardedWire, '::1');
    const close = async () => void (await Promise.all([first.close(), second.close()]));
    return { port: first.port, close };
  } catch (error) {
    if (hasNoIpv6(error as NodeJS.ErrnoException)) return first;
    await first.close();
    throw error;
  }
}

async function listen(wire: Wire, host: string): Promise<Wiretap> {
  const { tls, origin = '' } = wire.secure ?? {};
  const server = createHttpServer(origin, tls, {
    maxHeaderSize,
    // The role says how long it waits for a body, and how long a connection may
    // idle. A head that is not complete never gets there: node's own limit holds.
    requestTimeout: 0,
    keepAliveTimeout: 0,
    headersTimeout: 60_000,
    requireHostHeader: false,
    shouldUpgradeCallback: isUpgrade,
  });
  server.maxHeadersCount = 0;

  const connections = new Map<Socket, CallerConnection>();
  const meet = (socket: Socket, underneath = socket) => {
    connections.set(socket, new CallerConnection(socket, wire, underneath));
    socket.once('close', () => connections.delete(socket));
  };
  // A connection of TLS is one within another, which alone can be reset.
  const carriers = new Map<number | undefined, Socket>();
  server.on('connection', (socket: Socket) => {
    if (!tls) return meet(socket);
    const { remotePort } = socket;
    carriers.set(remotePort, socket);
    socket.once('close', () => carriers.delete(remotePort));
  });
  server.on('secureConnection', (socket: Socket) =>
    meet(socket, carriers.get(socket.remotePort)),
  );
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(request.socket);
    connection?.takeTurn(() => passRequest(connection, request, response));
  };
  server.on('request', onRequest);
  // Whether to go on, and what else may be expected, the role says.
  server.on('checkContinue', onRequest).on('checkExpectation', onRequest);
  server.on('upgrade', (request, _stream, early) => {
    const connection = connections.get(request.socket);
    connection?.takeTurn(() => passUpgrade(connection, request, early));
  });

  server.listen(wire.publicPort, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of [...connections.keys(), ...carriers.values()])
        socket.destroy();
      await closed;
    },
  };
}

function hasNoIpv6({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
}
