/**
 * What went wrong, in a form that a page can tell: which party refused, what
 * it said, and which rule was broken. It holds no secret.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { currentTraceId } from '@four-roles/protocol/trace-context';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import { Refused, Unreachable } from '../oauth/send.ts';
import { ConnectionEnded } from '../session/access-tokens.ts';
import { SignInNeeded } from '../session/current-session.ts';
import { kindOfRule } from './kind-of-rule.ts';
import type { ProblemKind } from './kinds.ts';

export type Problem = {
  kind: ProblemKind;
  /** Who refused. */
  party: 'Briefing' | 'Acorn accounts' | 'Acorn APIs';
  /** The error code that was sent, where one was. */
  error?: string | undefined;
  description?: string | undefined;
  uri?: string | undefined;
  /** What was being asked, such as `token endpoint`. */
  at?: string | undefined;
  /** The scope that would have been enough. */
  scope?: string | undefined;
  rule?: { id: string; says: string; stops: string; spec: string; link: string };
  expected?: string | undefined;
  received?: string | undefined;
  /** The trace-id, by which it is found in the logs of all roles. */
  request?: string | undefined;
};

const partyNames = {
  'authorization server': 'Acorn accounts',
  'resource server': 'Acorn APIs',
} as const;

export function problemOf(error: unknown): Problem {
  return { ...described(error), request: currentTraceId() };
}

function described(error: unknown): Problem {
  if (error instanceof Unreachable) {
    const away = error.party === 'resource server' ? 'apis-away' : 'accounts-away';
    return { kind: away, party: partyNames[error.party], received: error.message };
  }
  if (error instanceof Refused) return refusal(error);
  if (error instanceof ConnectionEnded) {
    return { kind: 'connection-ended', party: 'Acorn accounts', error: 'invalid_grant' };
  }
  if (error instanceof SignInNeeded) return { kind: 'sign-in-needed', party: 'Briefing' };
  if (error instanceof OAuthError && error.rule) return brokenRule(error, error.rule);
  // A mistake of our own: the details are for the log, and the log is for us.
  logUnforeseen(error, 'a request');
  return { kind: 'own-mistake', party: 'Briefing' };
}

function refusal(error: Refused): Problem {
  const { party, at, status, description, uri, scope } = error;
  const said = {
    party: partyNames[party],
    at,
    error: error.error,
    description,
    uri,
    scope,
  };
  if (error.error === 'access_denied') return { kind: 'access-denied', ...said };
  if (at === 'authorization endpoint') return { kind: 'sign-in-refused', ...said };
  if (party === 'authorization server') return { kind: 'tokens-refused', ...said };
  if (status === 404) return { kind: 'not-there', ...said };
  if (error.error === 'insufficient_scope') return { kind: 'scope-missing', ...said };
  return { kind: 'call-refused', ...said };
}

function brokenRule(error: OAuthError, rule: NonNullable<OAuthError['rule']>): Problem {
  const { id, says, stops, spec } = rule;
  const { expected, received } = error.evidence;
  return {
    kind: kindOfRule.get(rule) ?? 'own-mistake',
    party: 'Briefing',
    rule: { id, says, stops, spec, link: specificationLink(spec) },
    expected: shown(expected),
    received: shown(received),
  };
}

function shown(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value).slice(0, 300);
}
