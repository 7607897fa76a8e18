/**
 * Request parameters, as `application/x-www-form-urlencoded` carries them in a
 * query or in a body.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
import { check, type Rule } from './rule.ts';

export const parametersNotRepeated: Rule = {
  id: 'parameters-not-repeated',
  spec: 'RFC 6749, section 3.1',
  level: 'MUST',
  says: 'No request parameter is sent twice.',
  stops:
    'Two parties read two different values from one request: one checks the first, the other uses the second.',
  fix: 'Send each parameter once; look for one that stands in the link and is added again by the code.',
  error: 'invalid_request',
};

/** `get(name)` answers `undefined` for a parameter that is absent or empty. */
export type Parameters = {
  get(name: string): string | undefined;
  /** All values of one name, in order; RFC 8707 lets `resource` be sent more than once. */
  getAll(name: string): string[];
};

/**
 * Read parameters: one that is sent without a value counts as omitted, one
 * that nobody knows is ignored, one that is sent twice is refused.
 *
 * @param repeatable names that may be sent more than once
 * @throws {OAuthError} invalid_request
 */
export function readParameters(
  sent: URLSearchParams,
  repeatable: readonly string[] = [],
): Parameters {
  const seen = new Set<string>();
  let repeated: string | undefined;
  for (const name of sent.keys()) {
    if (seen.has(name) && !repeatable.includes(name)) repeated ??= name;
    seen.add(name);
  }
  check(parametersNotRepeated, repeated === undefined, {
    expected: 'each parameter once',
    received: repeated && `${repeated} sent more than once`,
  });
  return {
    get: (name) => sent.get(name) || undefined,
    getAll: (name) => sent.getAll(name).filter((value) => value !== ''),
  };
}
