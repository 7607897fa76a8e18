import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { traceHeader } from '@four-roles/protocol/rule-trace';
import {
  attemptFresh,
  attemptUsedOnce,
  codePresent,
  errorIsNotSuccess,
  responseFromIssuer,
  stateKnown,
  stateOfThisBrowser,
} from '../src/rules/authorization-response.ts';
import { Browser, callbackFor, location } from './browser.ts';
import { acorn, moveClock, origin } from './stage.ts';

beforeEach(() => acorn.reset());

provesRule(parametersNotRepeated, async () => {
  const ada = new Browser();
  const back = callbackFor(await ada.begin());
  await ada.get(`${back}&code=another`);
  assert.equal(await ada.session(), undefined);
});

provesRule(stateKnown, async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin(), { state: 'made-up' });
  assert.equal((await ada.problem(response))?.kind, 'sign-in-unknown');
  assert.equal(await ada.session(), undefined);
});

test('what the rules said is not told in an answer, unless tracing is on', async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin(), { state: 'made-up' });
  assert.match(location(response), /\/problem\//);
  assert.equal(response.headers.has(traceHeader), false);
});

provesRule(stateOfThisBrowser, async () => {
  // Login CSRF: the attacker begins a sign-in and has the victim's browser finish it.
  const attacker = new Browser();
  const victim = new Browser();
  await victim.begin();
  const back = callbackFor(await attacker.begin());
  await victim.get(back);
  assert.equal(await victim.session(), undefined);
});

provesRule(attemptFresh, async () => {
  moveClock(0);
  const ada = new Browser();
  const asked = await ada.begin();
  moveClock(3601);
  // The ID token is as late as the answer, so that only the age of the attempt is judged.
  acorn.claims = { exp: Math.floor(Date.now() / 1000) + 7200 };
  await ada.finish(asked);
  assert.equal(await ada.session(), undefined);
});

provesRule(attemptUsedOnce, async () => {
  const ada = new Browser();
  const back = callbackFor(await ada.begin());
  await ada.get(back);
  const first = (await ada.session())?.id.reveal();
  const again = await ada.get(back);
  assert.equal((await ada.session())?.id.reveal(), first);
  assert.equal((await ada.problem(again))?.kind, 'sign-in-finished');
});

provesRule(responseFromIssuer, async () => {
  // Mix-up: the answer names another server.
  const ada = new Browser();
  await ada.finish(await ada.begin(), { iss: 'https://evil.example' });
  assert.equal(await ada.session(), undefined);
});

test('an answer without iss is refused too (RFC 9207, section 2.4)', async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin(), { iss: undefined });
  assert.equal((await ada.problem(response))?.kind, 'issuer-mismatch');
  assert.deepEqual(acorn.at('/token'), []);
});

provesRule(errorIsNotSuccess, async () => {
  const ada = new Browser();
  await ada.finish(await ada.begin(), { error: 'access_denied' });
  assert.equal(await ada.session(), undefined);
});

provesRule(codePresent, async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin(), { code: undefined });
  assert.equal((await ada.problem(response))?.kind, 'code-missing');
});

test('a refusal is told in the words of the authorization server', async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin(), {
    code: undefined,
    error: 'access_denied',
    error_description: 'The resource owner said no.',
  });
  const problem = await ada.problem(response);
  assert.equal(problem?.kind, 'access-denied');
  assert.equal(problem?.party, 'Acorn accounts');
  assert.equal(problem?.description, 'The resource owner said no.');
});

test('neither code nor state is in the address of the page that tells of a failure', async () => {
  const ada = new Browser();
  const asked = await ada.begin();
  const response = await ada.finish(asked, { iss: 'https://evil.example' });
  assert.match(location(response), /^http:\/\/localhost:9000\/problem\/[\w-]{43}$/);
  assert.ok(!location(response).includes(asked.get('state') ?? ''));
});

test('another browser cannot read what went wrong here', async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin(), { state: 'made-up' });
  assert.equal(await new Browser().problem(response), undefined);
});

test('a refusal uses the attempt up: a code that follows it is of no use', async () => {
  const ada = new Browser();
  const asked = await ada.begin();
  await ada.finish(asked, { error: 'access_denied', code: undefined });
  await ada.finish(asked);
  assert.equal(await ada.session(), undefined);
});

test('twenty sign-ins at once in one browser all finish', async () => {
  const ada = new Browser();
  await ada.begin();
  const asked = await Promise.all(Array.from({ length: 20 }, () => ada.begin()));
  const verifiers = new Set(asked.map((query) => query.get('code_challenge')));
  assert.equal(verifiers.size, 20);
  const responses = await Promise.all(asked.map((query) => ada.finish(query)));
  for (const response of responses) assert.equal(location(response), `${origin}/`);
});

test('of two callbacks at once with one state, one wins', async () => {
  const ada = new Browser();
  const back = callbackFor(await ada.begin());
  const landed = await Promise.all([ada.get(back), ada.get(back)]);
  const home = landed.filter((response) => location(response) === `${origin}/`);
  assert.equal(home.length, 1);
  assert.equal(acorn.at('/token').length, 1);
});
