/**
 * Listen on loopback, say so plainly where that is impossible, and stop
 * without dropping what is in flight.
 */
import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { createHttpServer } from './http-server.ts';
import type { Tls } from './tls.ts';

const hostname = '127.0.0.1';

export type Place = {
  role: string;
  /** Where others reach it. */
  origin: string;
  port: number;
  /** The name of the setting that moves the port. */
  portSetting: string;
  tls?: Tls | undefined;
  /** Called once every request has been answered; it is waited for. */
  onStop?: () => void | Promise<void>;
};

export function serve(app: Hono, place: Place): void {
  listen(getRequestListener(app.fetch, { hostname }), place);
}

export function listen(listener: RequestListener, place: Place): void {
  const server = createHttpServer(place.origin, place.tls, {}, listener);
  server.listen(place.port, hostname, () =>
    console.log(`${place.role} listens on port ${place.port}`),
  );

  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${place.port} is taken. Set ${place.portSetting} to move the ${place.role}.`,
    );
    process.exit(1);
  });

  const stop = () => {
    server.close(async () => {
      await place.onStop?.();
      process.exit(0);
    });
    // A connection that has just been answered stays open for more; nothing more will come.
    setInterval(() => server.closeIdleConnections(), 50);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
