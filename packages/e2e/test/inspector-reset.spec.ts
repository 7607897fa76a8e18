/**
 * Back to the seeded state, from the inspector: the roles begin anew, while the
 * inspector and its page stay.
 */
import { holdEach, message, openDiagram } from '../src/instructor.ts';
import { allow, expectSignedOut, reachConsent, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';

test('after a reset nobody is signed in, nobody has agreed, and Nightly runs anew', async ({
  page,
  world,
}) => {
  test.slow(true, 'every role is started anew');
  const inspector = await openDiagram(page, world);
  await signIn(page);
  await expect(message(inspector, /: signed in at the client, /)).toBeVisible();
  await world.press('clock', { advance: 3600 });
  await holdEach(inspector, 'access token request (authorization code)');
  const before = await world.recording();

  // 1. From the first page, which asks before it does it.
  await inspector.getByRole('button', { name: 'Start here' }).click();
  await inspector.getByRole('button', { name: 'Reset to the seeded state' }).click();
  await inspector.getByRole('button', { name: 'Yes, reset' }).click();
  await expect(
    inspector.getByText('The roles are back in their seeded state.'),
  ).toBeVisible({ timeout: 60_000 });

  // 2. Nothing is left of what was, neither here nor there.
  const after = await world.recording();
  expect(after.run).not.toBe(before.run);
  expect(after.state.step).toEqual({ on: false, only: 'everything', breakpoints: [] });
  expect(after.state.clock).toEqual({ movedBy: 0 });
  await expectSignedOut(page);
  await inspector.getByRole('button', { name: 'To the diagram' }).click();

  // 3. The worker has a new registration, and its whole run is there.
  await expect.poll(() => world.said().join('\n')).toContain('run finished: 3 tokens');
  const { exchanges, flows } = await world.recording();
  const names = flows.map(({ name }) => name);
  expect(names).toContain("Nightly's run");
  expect(names).not.toContain("Ada's sign-in");
  expect(exchanges.filter(({ failure }) => failure)).toEqual([]);

  // 4. Ada is asked again, and the same page draws it.
  await reachConsent(page);
  await expect(message(inspector, /: consent page, /)).toBeVisible();
  await allow(page);
});
