/**
 * On whose behalf a good token speaks: a person's, or the client's own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.15
 */
import type { AccessTokenClaims } from '@four-roles/protocol/access-token';
import { check } from '@four-roles/protocol/rule';
import {
  personIsKnown,
  tokenSpeaksForClient,
  tokenSpeaksForPerson,
} from '../rules/permission.ts';
import type { People, Person } from '../storage/people.ts';

/** @throws {OAuthError} access_denied */
export async function personBehind(
  claims: AccessTokenClaims,
  people: People,
): Promise<Person> {
  check(tokenSpeaksForPerson, claims.sub !== claims.client_id, {
    expected: 'the sub of a person',
    received: `${claims.sub}, which is the client_id`,
  });
  const person = await people.findPerson(claims.sub);
  check(personIsKnown, person !== undefined, {
    expected: 'the sub of a person with data here',
    received: claims.sub,
  });
  return person;
}

/**
 * @returns the client_id
 * @throws {OAuthError} access_denied
 */
export function clientBehind(claims: AccessTokenClaims): string {
  check(tokenSpeaksForClient, claims.sub === claims.client_id, {
    expected: claims.client_id,
    received: claims.sub,
  });
  return claims.client_id;
}
