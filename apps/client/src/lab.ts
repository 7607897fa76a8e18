/**
 * How the rules of this app are watched: a lab switches some of them off, and
 * in development the answers of route handlers tell what each one said. A page
 * cannot: its headers are sent before its parts have been asked for.
 */
import { type Verdict, watchRules } from '@four-roles/protocol/rule';
import { encodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { rulesOff, traceRules } from './config.ts';

/**
 * Run `work` without the rules that a lab has switched off; elsewhere, just run it.
 *
 * @param verdicts where what the rules said goes, for `withTrace`
 */
export function inLab<T>(work: () => T, verdicts: Verdict[] = []): T {
  if (rulesOff.size === 0 && !traceRules) return work();
  return watchRules({ off: rulesOff, verdicts }, work);
}

/** In development, the answer with what the rules said; elsewhere, the answer. */
export function withTrace(response: Response, verdicts: Verdict[]): Response {
  if (traceRules && verdicts.length > 0) {
    response.headers.set(traceHeader, encodeTrace(verdicts));
  }
  return response;
}
