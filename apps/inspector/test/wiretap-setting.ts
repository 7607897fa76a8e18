/**
 * A wiretap with somebody at both ends: a role and a caller that see every
 * byte, since neither knows HTTP.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { Observer } from '../src/wiretap/observer.ts';
import { startWiretap } from '../src/wiretap/start-wiretap.ts';
import { watching } from './wiretap-notebook.ts';

export const soon = { timeout: 10_000 };

/** Listen as the role; `serve` gets each connection. */
export async function startRole(
  t: TestContext,
  serve: (socket: Socket) => void,
): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** A wiretap in front of that port. */
export async function tap(
  t: TestContext,
  privatePort: number,
  observer: Observer = () => watching({}),
  log?: (line: string) => void,
): Promise<number> {
  const label = 'resource server';
  const to = 'resource-server';
  const wire = { to, label, publicPort: 0, privatePort, observer } as const;
  const wiretap = await startWiretap(wire, log);
  t.after(() => wiretap.close());
  return wiretap.port;
}

/** Somebody's end of a connection, and everything that came there. */
export class End {
  readonly socket: Socket;
  /** The other one is gone, with a proper end or without. */
  readonly closed: Promise<void>;
  reset = false;
  #chunks: Buffer[] = [];
  #length = 0;
  #arrived = Promise.withResolvers<void>();

  constructor(socket: Socket) {
    this.socket = socket;
    const stir = () => {
      this.#arrived.resolve();
      this.#arrived = Promise.withResolvers();
    };
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      stir();
    });
    socket.on('error', () => {
      this.reset = true;
    });
    this.closed = new Promise((resolve) => {
      for (const event of ['end', 'close']) {
        socket.once(event, () => {
          stir();
          resolve();
        });
      }
    });
  }

  get got(): string {
    this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]!.toString('latin1');
  }

  /** Resolves when this has come. */
  async until(text: string | number): Promise<string> {
    const came = () =>
      typeof text === 'number' ? this.#length >= text : this.got.includes(text);
    while (!came()) {
      if (this.socket.readableEnded || this.socket.destroyed) {
        throw new Error(`the end came before ${text}; there was: ${this.got}`);
      }
      await this.#arrived.promise;
    }
    return this.got;
  }

  say(text: string): this {
    this.socket.write(text, 'latin1');
    return this;
  }
}

export function call(t: TestContext, port: number, host = '127.0.0.1'): End {
  const socket = connect({ port, host, noDelay: true });
  t.after(() => socket.destroy());
  return new End(socket);
}
