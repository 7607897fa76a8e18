/**
 * Listen on loopback, say so plainly where that is impossible, and stop
 * without dropping what is in flight.
 */
import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';

/**
 * @param options.portSetting the name of the setting that moves the port
 * @param options.onStop called once every request has been answered; it is waited for
 */
export function serve(
  app: Hono,
  options: {
    role: string;
    port: number;
    portSetting: string;
    onStop?: () => void | Promise<void>;
  },
): void {
  const server = listen(
    { fetch: app.fetch, port: options.port, hostname: '127.0.0.1' },
    () => console.log(`${options.role} listens on port ${options.port}`),
  ) as Server;

  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${options.port} is taken. Set ${options.portSetting} to move the ${options.role}.`,
    );
    process.exit(1);
  });

  const stop = () => {
    server.close(async () => {
      await options.onStop?.();
      process.exit(0);
    });
    // A connection that has just been answered stays open for more; nothing more will come.
    setInterval(() => server.closeIdleConnections(), 50);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
