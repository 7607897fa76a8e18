/** For development: answers that tell what the rules said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { issuer, origin, startAcorn } from './acorn.ts';

test('a refusal tells every rule that was tried, the broken one last', async () => {
  const acorn = startAcorn({ traceRules: true });
  const token = acorn.token({ aud: `${origin}/gateway` });
  const response = await acorn.call('/user/userinfo', token);
  assert.equal(response.status, 401);
  const { verdicts } = decodeTrace(response.headers.get(traceHeader) ?? '');
  assert.deepEqual(
    verdicts.slice(0, 2).map(({ rule }) => rule.id),
    ['access-token-presented', 'bearer-credentials-well-formed'],
  );
  assert.ok(verdicts.slice(0, -1).every(({ passed }) => passed));
  assert.deepEqual(verdicts.at(-1), {
    rule: verdicts.at(-1)?.rule,
    passed: false,
    expected: JSON.stringify(`${origin}/user`),
    received: JSON.stringify(`${origin}/gateway`),
  });
  assert.equal(verdicts.at(-1)?.rule.id, 'audience-is-this-resource');
  assert.ok(!JSON.stringify(verdicts).includes(token));
});

test('what was asked of the authorization server is judged before the answer, and told', async () => {
  const acorn = startAcorn({ traceRules: true });
  const response = await acorn.call('/user/userinfo', acorn.token());
  assert.equal(response.status, 200);
  const { verdicts } = decodeTrace(response.headers.get(traceHeader) ?? '');
  const metadata = verdicts.find(({ rule }) => rule.id === 'metadata-issuer-matches');
  assert.equal(metadata?.received, JSON.stringify(issuer));
});

test('with tracing off, nothing is told', async () => {
  const acorn = startAcorn();
  const response = await acorn.call('/user/userinfo', 'rubbish');
  assert.equal(response.status, 401);
  assert.equal(response.headers.has(traceHeader), false);
});
