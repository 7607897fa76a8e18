/**
 * The service behind the gateway: exchange rates, told to whoever asks. It
 * listens on a private port of this machine, and trusts the gateway's word
 * about who is calling.
 *
 *     GET /rates
 *     X-Client-Id: nightly
 *
 *     200 OK
 *     { "base": "EUR", "rates": { "GBP": 0.8431, ... }, "served_at": "...", "served_to": "nightly" }
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@four-roles/protocol/clock';

const rates = {
  CHF: 0.9387,
  DKK: 7.4606,
  GBP: 0.8431,
  JPY: 171.24,
  SEK: 11.018,
  USD: 1.1052,
};

/** @returns where it listens, and how to stop it */
export async function startExchangeRates(clock: Clock) {
  const server = createServer((request, response) => {
    const found = request.method === 'GET' && request.url?.split('?')[0] === '/rates';
    const body = found
      ? {
          base: 'EUR',
          rates,
          served_at: new Date(clock.now()).toISOString(),
          served_to: request.headers['x-client-id'],
        }
      : { error: 'not_found', error_description: 'There is GET /rates here, no more.' };
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
