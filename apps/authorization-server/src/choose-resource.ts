/**
 * Which protected resource will the token be for? The one that the request
 * names; where it names none, the one that the scopes belong to.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8707#section-2
 */
import { check } from '@four-roles/protocol/rule';
import { isSubset } from '@four-roles/protocol/scope';
import type { ProtectedResource } from './resources.ts';
import { resourceKnown, scopeOfResource } from './rules/scope-and-resource.ts';

/**
 * @returns the resource identifier
 * @throws {OAuthError} invalid_target
 */
export function chooseResource(
  asked: string[],
  scopes: string[],
  resources: ProtectedResource[],
): string {
  const owner = resources.find(
    (one) => scopes[0] !== undefined && Object.hasOwn(one.scopes, scopes[0]),
  );
  const [wanted = owner?.resource ?? resources[0]!.resource] = asked;
  const known: ProtectedResource | undefined = resources.find(
    (one) => one.resource === wanted,
  );
  check(resourceKnown, asked.length <= 1 && known !== undefined, {
    expected: resources.map((one) => one.resource),
    received: asked,
  });
  const theirs = Object.keys(known?.scopes ?? {});
  check(scopeOfResource, !known || isSubset(scopes, theirs), {
    expected: theirs,
    received: scopes,
  });
  return wanted;
}
