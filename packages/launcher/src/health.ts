/**
 * GET /health
 *
 * Asked at the place where a part listens, under the name that it is known by.
 */
import { get } from 'node:http';

const patienceWithOneAnswer = 5000;

/** Does it answer that it is well? */
export function isHealthy(port: number, origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { Host: new URL(origin).host };
    const request = get(
      {
        host: '127.0.0.1',
        port,
        path: '/health',
        headers,
        agent: false,
        timeout: patienceWithOneAnswer,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
