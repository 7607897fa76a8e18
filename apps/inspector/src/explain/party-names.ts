/** Who speaks: what people call each party, and what it is in OAuth. */
import type { Party } from '../recording/exchange.ts';

type PartyNames = {
  /** What people call it. */
  name: string;
  /** What the specifications call it. */
  role: string;
};

export const partyNames: Record<Party, PartyNames> = {
  browser: { name: 'Browser', role: "resource owner's" },
  client: { name: 'Briefing', role: 'client' },
  'authorization-server': { name: 'Acorn accounts', role: 'authorization server' },
  'resource-server': { name: 'Acorn APIs', role: 'resource server' },
  worker: { name: 'Nightly', role: 'client, server to server' },
  other: { name: 'Another program', role: 'none of the roles' },
};

/** As it stands in the middle of a sentence. */
export function inSentence(party: Party): string {
  if (party === 'browser') return 'the browser';
  return party === 'other' ? 'the other program' : partyNames[party].name;
}
