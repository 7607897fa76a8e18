/** For development: answers that tell what the rules said. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { acorn, origin } from './stage.ts';

process.env.TRACE_RULES = 'true';
const { Browser, location } = await import('./browser.ts');

beforeEach(() => acorn.reset());

const verdictsOn = (response: Response) =>
  decodeTrace(response.headers.get(traceHeader) ?? '').verdicts;

test('a refused callback tells every rule that was tried, the broken one last', async () => {
  const ada = new Browser();
  const asked = await ada.begin();
  const response = await ada.finish(asked, { iss: 'https://evil.example' });
  assert.match(location(response), /\/problem\//);
  const verdicts = verdictsOn(response);
  const tried = verdicts.map(({ rule, passed }) => `${passed ? '' : 'not '}${rule.id}`);
  assert.deepEqual(tried, [
    'parameters-not-repeated',
    'state-known',
    'state-of-this-browser',
    'attempt-fresh',
    'attempt-used-once',
    'not response-from-issuer',
  ]);
  assert.equal(verdicts.at(-1)?.received, '"https://evil.example"');
});

test('a sign-in that succeeds tells them too, and not a token among them', async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin());
  assert.equal(location(response), `${origin}/`);
  const verdicts = verdictsOn(response);
  assert.ok(verdicts.every(({ passed }) => passed));
  assert.equal(verdicts.at(-1)?.rule.id, 'picture-from-resource-server');
  assert.doesNotMatch(JSON.stringify(verdicts), /eyJ/);
});
