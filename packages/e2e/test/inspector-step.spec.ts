/**
 * Step mode: messages are held in the wire, and those who wait for them wait.
 */
import {
  expectHeld,
  heldHere,
  holdEach,
  message,
  openDiagram,
  queue,
  stepThrough,
  switchStepModeOn,
} from '../src/instructor.ts';
import { allow, expectSignedIn, typePassword } from '../src/resource-owner.ts';
import { isLookUp, signInMessages } from '../src/sign-in-messages.ts';
import { expect, test } from '../src/watched-world.ts';

test('a whole sign-in, stepped through with the space key: everybody waits, and no clock goes on', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);
  await switchStepModeOn(inspector);

  // 1. The browser waits for each of its answers.
  const loginPage = page.goto('/login');
  const seen = await stepThrough(inspector, 'redirect to the login page');
  await expectHeld(inspector, 'request for the login page');
  expect(page.url()).toBe('about:blank');
  seen.push(...(await stepThrough(inspector, 'login page')));
  await loginPage;
  const signedIn = typePassword(page);
  seen.push(...(await stepThrough(inspector, 'consent page')));
  await signedIn;

  // 2. So does the client, while the clocks of all roles stand still.
  const agreed = allow(page);
  seen.push(...(await stepThrough(inspector, 'authorization response: code')));
  seen.push(...(await stepThrough(inspector, 'authorization response: code')));
  await expectHeld(inspector, 'access token request (authorization code)');
  const time = inspector.getByText(/^Time \d/);
  await expect(time).toContainText('stands still');
  const shown = await time.textContent();
  const { standsAt } = (await world.recording()).state.clock;
  await expect(queue(inspector)).toContainText(/for [3-9] s/);
  expect(await time.textContent()).toBe(shown);
  expect((await world.recording()).state.clock.standsAt).toBe(standsAt);
  expect(page.url()).toContain(world.accounts);

  // 3. For the roles no time has passed: what they issue now is dated then.
  seen.push(...(await stepThrough(inspector, 'page')));
  await agreed;
  await expectSignedIn(page);
  const { exchanges, state } = await world.recording();
  const answer = exchanges.find(({ request }) => request.target === '/token')?.response;
  const { access_token } = JSON.parse(answer?.body.text ?? '');
  const { iat } = JSON.parse(
    Buffer.from(access_token.split('.')[1], 'base64url').toString(),
  );
  // At least three seconds have passed for everybody else.
  expect(iat - Math.floor(standsAt! / 1000)).toBeLessThan(3);
  expect(state.clock.movedBy).toBeLessThan(-3000);

  // 4. Each message was held, before its role and before its answer went back.
  const names = signInMessages.map(([, , name]) => name);
  expect(seen.filter((name) => !isLookUp(name))).toEqual(names);
});

test('drop it, run to the end, hold one kind of message, hold only what people start', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);

  // 1. What is dropped never arrives.
  await switchStepModeOn(inspector);
  const dropped = page.goto('/login').catch((error: Error) => error);
  await expectHeld(inspector, 'start of a sign-in');
  await queue(inspector)
    .getByRole('button', { name: /^Drop it/ })
    .click();
  expect(String(await dropped)).toContain('ERR_CONNECTION_RESET');
  await expect(message(inspector, /: no answer, .* taken out of the wire/)).toBeVisible();
  await expect(queue(inspector)).toHaveCount(0);

  // 2. Run to the end: nothing waits any more.
  const loginPage = page.goto('/login');
  await expectHeld(inspector, 'start of a sign-in');
  await inspector.getByRole('button', { name: 'Run to the end' }).click();
  await loginPage;
  await expect(queue(inspector)).toHaveCount(0);
  await expect(inspector.getByRole('switch', { name: 'Step mode' })).not.toBeChecked();

  // 3. Of everything that follows, one message waits.
  await holdEach(inspector, 'access token request (authorization code)');
  await typePassword(page);
  const agreed = allow(page);
  await expectHeld(inspector, 'access token request (authorization code)');
  await expect(queue(inspector)).toHaveCount(1);
  await inspector.getByRole('button', { name: /^Next/ }).click();
  await agreed;
  await expectSignedIn(page);

  // 4. The worker passes, people wait.
  const hold = inspector.getByRole('combobox', { name: 'Hold' });
  await hold.selectOption('what people start');
  await expect(hold).toHaveValue('people');
  await switchStepModeOn(inspector);
  await world.press('worker');
  await expect.poll(() => world.said().join('\n')).toContain('run finished');
  await expect(
    message(inspector, /: protected resource response, .* to Nightly/).last(),
  ).toBeVisible();
  await expect(heldHere(inspector)).toBeHidden();
  const inbox = page.goto('/inbox');
  await expectHeld(inspector, 'page request: GET /inbox');
  await inspector.getByRole('button', { name: 'Run to the end' }).click();
  await inbox;
});
