/**
 * The clock of the roles, moved by hand: what expires, and what follows from it.
 */
import type { Page } from 'playwright/test';
import {
  askWhy,
  expectHeld,
  holdEach,
  message,
  openDiagram,
  sendOn,
} from '../src/instructor.ts';
import {
  allow,
  expectSignedIn,
  expectSignedOut,
  reachConsent,
  signIn,
  typePassword,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';

test('a code expires while it is held, because somebody moves the clock; and back to now', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);
  await holdEach(inspector, 'access token request (authorization code)');
  await reachConsent(page);
  const agreed = allow(page);
  await expectHeld(inspector, 'access token request (authorization code)');

  // 1. A clock that stands still is moved, and stands still there.
  const before = (await world.recording()).state.clock.standsAt!;
  await moveOn(inspector, 'a minute');
  await expect(time(inspector)).toContainText('stands still');
  const after = (await world.recording()).state.clock.standsAt!;
  expect(after - before).toBe(61_000);

  // 2. The code is older than it may be.
  await sendOn(inspector);
  await agreed;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn would not hand out a token',
  );
  await expect(
    message(inspector, /: error response: invalid_grant, .* refused: code-not-expired/),
  ).toBeVisible();
  const why = await askWhy(inspector);
  await expect(why).toContainText('The code is redeemed within 60 seconds.');
  // A number of seconds says little: the date stands behind it.
  await expect(why.locator('.refusal').getByRole('definition')).toHaveText([
    /^at most \d{10} \(.*\d\d:\d\d:\d\d\)$/,
    /^\d{10} \(.*\d\d:\d\d:\d\d\)$/,
  ]);

  // 3. Back to now: the next code is good again.
  await time(inspector).click();
  await expect(inspector.getByText(/For the roles it is .* ahead/)).toBeVisible();
  await inspector.getByRole('button', { name: 'Back to now' }).click();
  await expect(inspector.getByText(/For the roles it is .* ahead/)).toBeHidden();
  expect((await world.recording()).state.clock).toEqual({ movedBy: 0 });
  await holdEach(inspector, 'access token request (authorization code)', false);
  await page.goto('/login');
  await expectSignedIn(page);
});

test('what the menu says expires does: token, key set, both sessions', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);
  await signIn(page);

  // 1. The client gets a new access token by itself; the resource server fetches the keys anew.
  await moveOn(inspector, '10 minutes');
  await page.goto('/inbox');
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
  for (const name of [
    /: access token request \(refresh token\), from Briefing/,
    /: key set request, from Acorn APIs/,
  ]) {
    await expect(message(inspector, name)).toBeVisible();
  }

  // 2. At Acorn the password is asked for again; what was agreed to stands.
  await moveOn(inspector, '12 hours');
  await page.goto('/login');
  await typePassword(page);
  await expectSignedIn(page);

  // 3. At Briefing the session is over.
  await moveOn(inspector, 'a week');
  await page.reload();
  await expect(page.getByText('Your session here has ended.')).toBeVisible();
  await expectSignedOut(page);
});

function time(inspector: Page) {
  return inspector.getByText(/^Time \d/);
}

async function moveOn(inspector: Page, step: string): Promise<void> {
  await time(inspector).click();
  const moved = inspector.waitForResponse('**/api/clock');
  await inspector.getByRole('button', { name: `${step} on`, exact: true }).click();
  await moved;
  await inspector.getByRole('heading', { name: 'Four Roles' }).click();
}
