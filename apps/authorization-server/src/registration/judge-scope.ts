/** All that a client may ever ask for. */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { check } from '@four-roles/protocol/rule';
import { isSubset, parseScope } from '@four-roles/protocol/scope';
import * as rules from '../rules/client-scope.ts';
import type { Circumstances } from './circumstances.ts';

export function judgeScope({ scope }: ClientMetadata, there: Circumstances): void {
  const scopes = parseScope(scope);
  check(rules.scopeRegistered, scopes.length > 0);
  check(rules.scopesFew, scopes.length <= 20, { received: scopes.length });
  check(rules.scopesKnown, isSubset(scopes, there.scopesKnown), {
    expected: there.scopesKnown,
    received: scopes,
  });
  check(rules.scopesMayBeGiven, isSubset(scopes, there.scopesAllowed), {
    expected: there.scopesAllowed,
    received: scopes,
  });
}
