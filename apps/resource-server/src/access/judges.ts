/**
 * A judge for each way to go about revoked tokens. They share what they know of
 * keys and signatures, and each remembers for itself what it has asked.
 */
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import { type Clock, steadyClock } from '@four-roles/protocol/clock';
import type { AuthorizationServer } from './authorization-server.ts';
import { introspection } from './introspection.ts';
import { type JudgeToken, judgeTokens } from './judge-token.ts';
import { keySetOf } from './key-set.ts';
import type { RefuseRevoked } from './revocation-check.ts';
import { revocationList } from './revocation-list.ts';
import { verifiedTokens } from './verified-tokens.ts';

/** Those that ask the authorization server are absent where there are no credentials. */
export type Judges = { local: JudgeToken; introspection?: JudgeToken; list?: JudgeToken };

export function judgesOf(
  issuer: string,
  authorizationServer: AuthorizationServer,
  credentials: ClientCredentials | undefined,
  clock: Clock,
): Judges {
  // How old an answer is: a clock that is set back does not make it younger.
  const age = steadyClock(clock);
  const keys = keySetOf(authorizationServer, age);
  const verified = verifiedTokens(clock);
  const judgeBy = (refuseRevoked?: RefuseRevoked) =>
    judgeTokens(issuer, keys, verified, clock, refuseRevoked);
  if (!credentials) return { local: judgeBy() };
  return {
    local: judgeBy(),
    introspection: judgeBy(introspection(authorizationServer, credentials, age)),
    list: judgeBy(revocationList(authorizationServer, credentials, age)),
  };
}
