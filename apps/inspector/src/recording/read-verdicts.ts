/**
 * What a role said of its rules, out of the trace header of its answer.
 *
 * The same rule is tried again and again: its text is kept once, not with each
 * of ten thousand messages.
 */
import { decodeTrace } from '@four-roles/protocol/rule-trace';
import type { Exchange, RuleVerdict } from './exchange.ts';

const mostRules = 1000;

export function verdictReader() {
  const rules = new Map<string, RuleVerdict['rule']>();

  function once(rule: RuleVerdict['rule']): RuleVerdict['rule'] {
    const text = JSON.stringify(rule);
    const known = rules.get(text);
    if (known) return known;
    if (rules.size >= mostRules) rules.clear();
    rules.set(text, rule);
    return rule;
  }

  return (trace: string): Pick<Exchange, 'verdicts' | 'verdictsCut'> => {
    const { verdicts, cut } = decodeTrace(trace);
    return {
      verdicts: verdicts.map((verdict) => ({ ...verdict, rule: once(verdict.rule) })),
      ...(cut && { verdictsCut: cut }),
    };
  };
}
