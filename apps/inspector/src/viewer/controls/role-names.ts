import type { Party } from '../../recording/exchange.ts';

/** In a sentence, after `the`. */
export const roleNames: Record<Party, string> = {
  client: 'client',
  'authorization-server': 'authorization server',
  'resource-server': 'resource server',
  worker: 'worker',
  browser: 'browser',
  other: 'program that asked',
};
