/**
 * A rule is one check that a specification demands, as a value with a name.
 *
 * An endpoint reads as numbered steps that call `check(rule, passed, evidence)`.
 * `check` throws the OAuth error when the rule is broken. Whoever runs the
 * endpoint inside `watchRules` gets every verdict, and may switch rules off to
 * see what each one was stopping.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ErrorCode, OAuthError } from './oauth-error.ts';

export type Rule = {
  /** The rule's name, in kebab-case: `code-verifier-matches`. */
  readonly id: string;
  /** The clause it comes from: `RFC 7636, section 4.6`. */
  readonly spec: string;
  /** HARDENING is ours: the text does not ask for it. */
  readonly level: 'MUST' | 'SHOULD' | 'HARDENING';
  /** What holds, in one sentence. */
  readonly says: string;
  /** What would happen without it, in one sentence. */
  readonly stops: string;
  /** What to do about it, for whoever was refused: the likely mistake and its remedy, in one sentence. */
  readonly fix: string;
  /** The error that the other party receives. */
  readonly error: ErrorCode;
  /** Without it the code that follows would merely crash: it cannot be switched off. */
  readonly structural?: true;
};

/** What the rule was looking for, and what it found. */
export type Evidence = {
  readonly expected?: unknown;
  readonly received?: unknown;
};

export type Verdict = Evidence & {
  readonly rule: Rule;
  readonly passed: boolean;
};

type Watch = { readonly verdicts: Verdict[]; readonly off: ReadonlySet<string> };

const watches = new AsyncLocalStorage<Watch>();

/**
 * Run `work`; every `check` inside it, however deep, adds its verdict to
 * `verdicts`, and a broken rule whose id is in `off` is let through.
 */
export function watchRules<T>(
  watch: { verdicts?: Verdict[]; off?: ReadonlySet<string> },
  work: () => T,
): T {
  return watches.run(
    { verdicts: watch.verdicts ?? [], off: watch.off ?? new Set() },
    work,
  );
}

/**
 * Hold a rule against what was received.
 *
 * What TypeScript concludes from `passed` is untrue while the rule is switched
 * off. Rely on it after structural rules only; after any other, keep the wider
 * type and say what happens with the value that the rule would have refused.
 *
 * @throws {OAuthError} with the rule's error, if it is broken
 */
export function check(
  rule: Rule,
  passed: boolean,
  evidence: Evidence = {},
): asserts passed {
  const watch = watches.getStore();
  watch?.verdicts.push({ rule, passed, ...evidence });
  if (passed) return;
  if (watch?.off.has(rule.id) && !rule.structural) return;
  const description = `Refused by the rule ${rule.id}, which demands: ${rule.says}`;
  throw new OAuthError(rule.error, description, rule, evidence);
}
