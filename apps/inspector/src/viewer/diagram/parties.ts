/** The lanes: who speaks, what they are called, and what they are in OAuth. */
import type { Exchange, Party } from '../../recording/exchange.ts';

export type PartyNames = {
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

const always: Party[] = [
  'browser',
  'client',
  'authorization-server',
  'resource-server',
  'worker',
];

/** From left to right. Another program has a lane only where one has spoken. */
export function lanesOf(exchanges: readonly Exchange[]): Party[] {
  const foreign = exchanges.some(({ from }) => from === 'other');
  return foreign ? [...always, 'other'] : always;
}

/** `Briefing, client`: as it is read aloud. */
export function spokenName(party: Party): string {
  const { name, role } = partyNames[party];
  return party === 'browser' ? "the resource owner's browser" : `${name}, ${role}`;
}

/**
 * The front channel leads through the browser of the resource owner, who can
 * read and change all of it; the back channel leads from server to server.
 */
export function isFrontChannel({ from }: Exchange): boolean {
  return from === 'browser';
}
