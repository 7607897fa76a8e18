/**
 * What a role said of its rules for one request, in one header of its answer:
 * for whoever watches the wire in development, and for nobody else.
 *
 *     Four-Roles-Trace: q1YqSy0qzszPU7KKjq0F...
 *
 * The value is JSON, deflated, in base64url.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Rule, Verdict } from './rule.ts';

export const traceHeader = 'Four-Roles-Trace';

/** One verdict, as it travels. */
export type TracedVerdict = {
  /** All of it where the rule was broken; of a rule that held, at least `id` and `spec`. */
  rule: Partial<Rule> & Pick<Rule, 'id' | 'spec'>;
  passed: boolean;
  /** As JSON, shortened. */
  expected?: string;
  received?: string;
};

export type Trace = {
  /** In the order in which the rules were tried; a rule may be tried more than once. */
  verdicts: TracedVerdict[];
  /** There were more than the header had room for. */
  cut?: true;
};

/** Characters. Node.js refuses an answer whose headers are longer than 16 KB in all. */
const longestValue = 8 * 1024;
const longestEvidence = 300;
/** Bytes: what the longest value may become, and more than an honest one becomes. */
const longestJson = 256 * 1024;

/** The value of the header. What does not fit is left out, what passed and came first before all else. */
export function encodeTrace(verdicts: readonly Verdict[]): string {
  const traced = verdicts.map(tracedVerdict);
  const whole = compressed({ verdicts: traced });
  if (fits(whole)) return whole;

  let kept = traced.map((one) => (one.passed ? { ...one, rule: nameOf(one) } : one));
  let value = compressed({ verdicts: kept });
  while (!fits(value)) {
    kept = withoutSome(kept);
    value = compressed({ verdicts: kept, cut: true });
  }
  return value;
}

/** Anything that is no trace is an empty one. */
export function decodeTrace(value: string): Trace {
  try {
    if (!fits(value)) return { verdicts: [] };
    const options = { maxOutputLength: longestJson };
    const json = inflateRawSync(Buffer.from(value, 'base64url'), options).toString();
    const { verdicts, cut } = JSON.parse(json);
    return { verdicts: verdicts.map(readVerdict), ...(cut === true && { cut }) };
  } catch {
    return { verdicts: [] };
  }
}

function fits(value: string): boolean {
  return value.length <= longestValue;
}

function compressed(trace: Trace): string {
  return deflateRawSync(JSON.stringify(trace)).toString('base64url');
}

function tracedVerdict({ rule, passed, expected, received }: Verdict): TracedVerdict {
  return {
    rule,
    passed,
    ...(expected !== undefined && { expected: shown(expected) }),
    ...(received !== undefined && { received: shown(received) }),
  };
}

/** As JSON, whatever it is: what a check passes on must not make its answer fail. */
function shown(value: unknown): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(value, (_, part) =>
      typeof part === 'bigint' ? String(part) : part,
    );
  } catch {
    // A circle, or a member that throws.
  }
  json ??= `a ${typeof value}`;
  return json.length > longestEvidence ? `${json.slice(0, longestEvidence)} ...` : json;
}

function nameOf({ rule: { id, spec } }: TracedVerdict): TracedVerdict['rule'] {
  return { id, spec };
}

/** Drop the first half of what passed; where nothing passed, the first half of the rest. */
function withoutSome(verdicts: TracedVerdict[]): TracedVerdict[] {
  const passed = verdicts.filter((one) => one.passed);
  const from = passed.length > 0 ? passed : verdicts;
  const dropped = new Set(from.slice(0, Math.ceil(from.length / 2)));
  return verdicts.filter((one) => !dropped.has(one));
}

/** @throws {TypeError} where it is no verdict */
function readVerdict({ rule, passed, expected, received }: TracedVerdict): TracedVerdict {
  const texts = [rule.id, rule.spec, expected ?? '', received ?? ''];
  if (typeof passed !== 'boolean' || texts.some((text) => typeof text !== 'string')) {
    throw new TypeError('not a verdict');
  }
  // The members of a rule are texts, and `structural: true`.
  const members = Object.entries(rule).filter(
    ([, value]) => typeof value === 'string' || value === true,
  );
  return {
    rule: Object.fromEntries(members) as TracedVerdict['rule'],
    passed,
    ...(expected !== undefined && { expected }),
    ...(received !== undefined && { received }),
  };
}
