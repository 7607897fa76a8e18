import type { Registrar } from '../../registration/registrar.ts';
import type { Client } from '../../storage/clients.ts';
import type { Refusals } from '../error-summary.ts';
import { readApplication } from './read-application.ts';

/**
 * Everything that is wrong with an application, as it was typed.
 *
 * @param owner the person whose it is
 * @param before the application as it is registered, where it is
 */
export async function judgeApplication(
  typed: URLSearchParams,
  registrar: Registrar,
  owner: string,
  before?: Client,
) {
  const refusals: Refusals = new Map();
  const metadata = await readApplication(typed, refusals, before);
  const whose = { owner, scopesAllowed: registrar.scopesKnown };
  const problems = await registrar.findProblems(metadata, whose, before?.clientId);
  for (const [member, problem] of problems) {
    if (!refusals.has(member)) refusals.set(member, problem);
  }
  return { metadata, refusals };
}
