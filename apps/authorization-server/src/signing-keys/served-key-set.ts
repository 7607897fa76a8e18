/**
 * GET /jwks
 *
 * Asked after a change beside the server: whether it works with the database
 * that was changed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517.html#section-5
 */
import { z } from 'zod';

const keySet = z.object({ keys: z.array(z.object({ kid: z.string() })) });

const patienceMilliseconds = 5000;

export class NotAsked extends Error {}

/**
 * @returns the names of its keys
 * @throws {NotAsked} where somebody is there, but gives no key set
 */
export async function servedKeySet(issuer: string): Promise<string[] | 'nobody answers'> {
  try {
    const response = await fetch(`${issuer}/jwks`, {
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return keySet.parse(await response.json()).keys.map(({ kid }) => kid);
  } catch (error) {
    const { message, cause } = error as Error;
    const { code = message } = (cause ?? {}) as { code?: string };
    if (code === 'ECONNREFUSED') return 'nobody answers';
    throw new NotAsked(
      `The server at ${issuer} could not be asked whether it has it (${code}). ` +
        'Are AUTHORIZATION_SERVER_ORIGIN and DATA_FOLDER those of the server?',
    );
  }
}
