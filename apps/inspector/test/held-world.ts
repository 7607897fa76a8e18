/** What the tests of step mode send, and what they look at. */
import type { Sent, World } from './recorded-world.ts';

export const call: Sent = {
  from: 'worker',
  to: 'resource-server',
  line: 'GET /business/contacts',
};

export const tokenRequest: Sent = {
  from: 'worker',
  to: 'authorization-server',
  line: 'POST /token',
  form: { grant_type: 'client_credentials' },
};

/** `1 request`: what is held now. */
export function held(world: World): string[] {
  return world.recording.state().held.map(({ exchange, side }) => `${exchange} ${side}`);
}
