/**
 * GET /token-verdicts
 *
 * The token that is shown, judged in each of the three ways to go about revoked
 * tokens, whichever is in force here: for whoever has revoked a token and asks
 * from when on it is refused. A token for any resource of this server will do,
 * and no scope is needed: whoever holds it could find out by using it.
 *
 *     GET /token-verdicts
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "mode_in_force": "introspection",
 *       "verdicts": [
 *         { "mode": "local", "active": true,
 *           "refuses_at_the_latest": "when it expires: 1795781400" },
 *         { "mode": "introspection", "active": false, "rule": "token-not-revoked",
 *           "refuses_at_the_latest": "5 seconds after it was revoked" },
 *         ...] }
 *
 * `active` is null where that cannot be told now, and `error_description` says
 * why. What is not even a JWT is refused at the door, as everywhere.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Context } from 'hono';
import { presentedToken } from '../access/admit.ts';
import type { JudgeToken } from '../access/judge-token.ts';
import {
  type GoodToken,
  type RevocationChecks,
  type RevocationMode,
  revocationModes,
} from '../access/revocation-check.ts';
import { jsonResponse } from '../json-response.ts';
import { allResources, resourceIdentifier } from '../resources.ts';
import { tokenIsJwt } from '../rules/access-token.ts';

type Verdict = {
  active: boolean | null;
  rule?: string | undefined;
  error_description?: string;
  refuses_at_the_latest?: string;
};

const refusesAtTheLatest: Record<RevocationMode, (exp: number) => string> = {
  local: (exp) => `when it expires: ${exp}`,
  introspection: () => '5 seconds after it was revoked',
  list: () =>
    '5 seconds after it was revoked; 30 while the authorization server does not answer',
};

export function tokenVerdicts(
  origin: string,
  judgeToken: JudgeToken,
  checks: RevocationChecks,
  mode_in_force: RevocationMode,
) {
  const audiences = allResources.map((resource) => resourceIdentifier(origin, resource));

  return async function tokenVerdicts(c: Context) {
    // 1. What the token itself tells is the same in every mode: it is judged once.
    const judged = judgeToken(presentedToken(c), audiences);

    // 2. Whether it was taken back, each mode finds out in its own way.
    const verdicts = [];
    for (const mode of revocationModes) {
      verdicts.push({ mode, ...(await verdictIn(mode, judged)) });
    }
    return jsonResponse({ mode_in_force, verdicts });
  };

  async function verdictIn(
    mode: RevocationMode,
    judged: Promise<GoodToken>,
  ): Promise<Verdict> {
    const refuseRevoked = checks[mode];
    if (!refuseRevoked) return { active: null, error_description: noCredentials };
    const good = await judged.catch(verdictOf);
    if (!('claims' in good)) return good;
    const verdict = await refuseRevoked(good).then(() => ({ active: true }), verdictOf);
    return {
      ...verdict,
      refuses_at_the_latest: refusesAtTheLatest[mode](good.claims.exp),
    };
  }
}

/** @throws {OAuthError} invalid_token, where it is no JWT */
function verdictOf(refusal: unknown): Verdict {
  if (!(refusal instanceof OAuthError) || refusal.rule === tokenIsJwt) throw refusal;
  const { error, rule } = refusal;
  const { error_description } = refusal.wire;
  if (error !== 'invalid_token') return { active: null, error_description };
  return { active: false, rule: rule?.id, error_description };
}

const noCredentials =
  'This server has no credentials with which it could ask the authorization server.';
