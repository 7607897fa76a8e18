/**
 * Back to the seeded state, from the inspector: the roles begin anew, while the
 * inspector and its page stay.
 */
import { allow, expectSignedOut, reachConsent, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';

test('after a reset nobody is signed in, nobody has agreed, and Nightly runs anew', async ({
  page,
  world,
}) => {
  await signIn(page);
  await world.press('clock', { advance: 3600 });
  await world.press('step', { breakpoints: ['access-token-request'] });
  const before = await world.recording();
  expect(before.flows.map(({ name }) => name)).toContain("Ada's sign-in");

  await world.press('reset');

  // 1. Nothing is left of what was, neither here nor there.
  const after = await world.recording();
  expect(after.run).not.toBe(before.run);
  expect(after.state.step).toEqual({ on: false, only: 'everything', breakpoints: [] });
  expect(after.state.clock).toEqual({ movedBy: 0 });
  await expectSignedOut(page);

  // 2. The worker has a new registration, and its whole run is there.
  await expect
    .poll(async () => (await world.recording()).flows.map(({ kind }) => kind))
    .toContain('worker');
  await expect.poll(() => world.said().join('\n')).toContain('run finished: 3 tokens');
  const { exchanges } = await world.recording();
  expect(exchanges.filter(({ failure }) => failure)).toEqual([]);

  // 3. Ada is asked again.
  await reachConsent(page);
  await allow(page);
});
