/** Named rules: what passes, what fails, and what is switched off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { describable, OAuthError } from '../src/oauth-error.ts';
import { check, type Rule, type Verdict, watchRules } from '../src/rule.ts';
import { specificationLink } from '../src/specification-link.ts';

const rule: Rule = {
  id: 'two-is-two',
  spec: 'RFC 7636, section 4.6',
  level: 'MUST',
  says: 'Two is two.',
  stops: 'Arithmetic.',
  fix: 'Count again.',
  error: 'invalid_grant',
};

test('a broken rule throws its error, with its clause', () => {
  assert.throws(
    () => check(rule, false),
    (error) => {
      assert.ok(error instanceof OAuthError);
      assert.equal(error.status, 400);
      assert.deepEqual(error.wire, {
        error: 'invalid_grant',
        error_description: 'Refused by the rule two-is-two, which demands: Two is two.',
        error_uri: 'https://www.rfc-editor.org/rfc/rfc7636#section-4.6',
      });
      return true;
    },
  );
});

test('verdicts reach whoever watches, across awaits, and only them', async () => {
  const one: Verdict[] = [];
  const two: Verdict[] = [];
  const work = async (received: number) => {
    await setImmediate();
    check(rule, true, { expected: 2, received });
  };
  await Promise.all([
    watchRules({ verdicts: one }, () => work(1)),
    watchRules({ verdicts: two }, () => work(2)),
    work(3),
  ]);
  assert.deepEqual(
    one.map((verdict) => verdict.received),
    [1],
  );
  assert.deepEqual(
    two.map((verdict) => verdict.received),
    [2],
  );
});

test('a rule that is switched off lets everything through, and still says that it failed', () => {
  const verdicts: Verdict[] = [];
  watchRules({ verdicts, off: new Set(['two-is-two']) }, () => check(rule, false));
  assert.equal(verdicts[0]?.passed, false);
});

test('a structural rule cannot be switched off', () => {
  const off = new Set(['two-is-two']);
  const structural: Rule = { ...rule, structural: true };
  assert.throws(() => watchRules({ off }, () => check(structural, false)));
});

test('a description holds only the characters that RFC 6749 section 5.2 allows', () => {
  assert.equal(describable('a "quote" \\ ü \n'), 'a ?quote? ? ? ?');
});

test('every kind of clause has an address', () => {
  for (const [spec, address] of [
    ['RFC 6750, section 3.1', 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1'],
    [
      'draft-ietf-oauth-v2-1, section 7.5.2',
      'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-7.5.2',
    ],
    [
      'OpenID Connect Core 1.0, section 3.1.3.7',
      'https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation',
    ],
    [
      'OpenID Connect RP-Initiated Logout 1.0, section 2',
      'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
    ],
    [
      'OWASP Authentication',
      'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    ],
  ] as const) {
    assert.equal(specificationLink(spec), address);
  }
  assert.throws(() => specificationLink('somewhere'));
  assert.throws(() => specificationLink('OpenID Connect Core 1.0, section 99'));
});
