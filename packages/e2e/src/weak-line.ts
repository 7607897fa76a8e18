/** A line between a browser and everything it asks, which can be cut. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

export type WeakLine = {
  /** The proxy of a browser that uses it: RFC 9110, section 3.7. */
  address: string;
  /** Whatever is under way ends in the middle, and nothing new begins. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

export async function createWeakLine(): Promise<WeakLine> {
  const sockets = new Set<Socket>();
  let isCut = false;

  // A proxy is asked for whole addresses: RFC 9112, section 3.2.2.
  const proxy = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked;
    const passedOn = request(url, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      pipeline(answered, answer).catch(() => undefined);
    });
    pipeline(asked, passedOn).catch(() => answer.destroy());
    answer.on('close', () => passedOn.destroy());
  });
  proxy.on('connection', (socket: Socket) => {
    if (isCut) return socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    async close() {
      proxy.close();
      proxy.closeAllConnections();
      await once(proxy, 'close');
    },
  };
}
