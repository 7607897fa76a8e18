import { type Verdict, watchRules } from '@four-roles/protocol/rule';
import { encodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import type { Hono } from 'hono';

/**
 * From here on, every request is answered without the rules in `off`, and its
 * answer tells in a header what each rule said. With neither, nothing is
 * installed: a request costs what it did.
 *
 * @param options.trace tell the verdicts
 * @param options.off for a lab: the ids of rules that are switched off
 */
export function watchRequests(
  app: Hono,
  options: { trace: boolean; off: ReadonlySet<string> },
): void {
  const { trace, off } = options;
  if (!trace && off.size === 0) return;
  app.use(async (c, next) => {
    const verdicts: Verdict[] = [];
    await watchRules({ verdicts, off }, next);
    if (trace && verdicts.length > 0) c.header(traceHeader, encodeTrace(verdicts));
  });
}
