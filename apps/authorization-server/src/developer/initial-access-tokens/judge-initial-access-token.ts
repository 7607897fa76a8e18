/**
 * What an initial access token may be for, field by field.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 */
import { check } from '@four-roles/protocol/rule';
import { isSubset } from '@four-roles/protocol/scope';
import { type ProtectedResource, scopesOf } from '../../resources.ts';
import * as rules from '../../rules/developer.ts';
import type { InitialAccessToken } from '../../storage/initial-access-tokens.ts';
import { judgeField, type Refusals } from '../error-summary.ts';

const hour = 60 * 60;

export const lifetimes = [
  { value: 'hour', label: 'One hour', seconds: hour },
  { value: 'day', label: 'One day', seconds: 24 * hour },
  { value: 'week', label: 'Seven days', seconds: 7 * 24 * hour },
];

export const mostRegistrations = 10;

const mostTokens = 20;

/** @param made those that this person has */
export async function judgeInitialAccessToken(
  typed: URLSearchParams,
  resources: ProtectedResource[],
  made: InitialAccessToken[],
) {
  const refusals: Refusals = new Map();
  await judgeField(refusals, 'registrations', () =>
    check(rules.initialAccessTokensOfOnePersonFew, made.length < mostTokens, {
      expected: `fewer than ${mostTokens}`,
      received: made.length,
    }),
  );

  const scopes = [...new Set(typed.getAll('scope'))];
  const offered = scopesOf(resources);
  await judgeField(refusals, 'scope', () => {
    const known = scopes.length > 0 && isSubset(scopes, offered);
    const evidence = { expected: offered, received: scopes };
    check(rules.initialAccessTokenForKnownScopes, known, evidence);
  });

  const registrations = Number(typed.get('registrations'));
  await judgeField(refusals, 'registrations', () => {
    const few = registrations >= 1 && registrations <= mostRegistrations;
    check(rules.initialAccessTokenBounded, Number.isInteger(registrations) && few, {
      expected: `1 to ${mostRegistrations}`,
      received: typed.get('registrations'),
    });
  });

  const lifetime = lifetimes.find(({ value }) => value === typed.get('lifetime'));
  await judgeField(refusals, 'lifetime', () =>
    check(rules.initialAccessTokenShortLived, lifetime !== undefined, {
      expected: lifetimes.map(({ value }) => value),
      received: typed.get('lifetime'),
    }),
  );

  return {
    scopes,
    registrations,
    seconds: lifetime?.seconds ?? 365 * 24 * hour,
    refusals,
  };
}
