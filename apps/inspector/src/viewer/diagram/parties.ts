/** The lanes: which there are, and which of them the browser can look into. */
import { partyNames } from '../../explain/party-names.ts';
import type { Exchange, Party } from '../../recording/exchange.ts';

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

/** What the lens shows in place of the back channel. */
export const unseenSentence = 'Server to server: the browser saw nothing.';
