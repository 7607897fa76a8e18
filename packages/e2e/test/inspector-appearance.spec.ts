/**
 * The inspector, looked at as it stands on a wall, on a laptop and in a narrow
 * window; the pictures are kept in .artifacts/screenshots.
 */
import type { Page } from 'playwright/test';
import { inspect, screensOfALesson } from '../src/appearance.ts';
import { allow, continueWithAcorn, reachConsent, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';
import { messages, openMessage, watch } from '../src/watcher.ts';

function look(inspector: Page, name: string): Promise<void> {
  return inspect(inspector, `inspector-${name}`, screensOfALesson);
}

test('the start page, and the diagram while somebody signs in', async ({
  page,
  world,
}) => {
  const inspector = await watch(page, world);
  await expect(inspector.getByRole('button', { name: 'Sign in as Ada' })).toBeVisible();
  await look(inspector, 'start');
  await continueWithAcorn(page);
  await expect(page.getByLabel('Username')).toBeVisible();
  await expect(messages(inspector).filter({ hasText: ': login page' })).toBeVisible();
  await look(inspector, 'login');
});

test('a consent that is held, as the lesson goes on', async ({ page, world }) => {
  const inspector = await watch(page, world);
  await reachConsent(page);
  await world.press('step', { on: true });
  const answered = allow(page);
  await expect(inspector.getByRole('region', { name: 'Held in the wire' })).toBeVisible();
  await look(inspector, 'held-consent');
  await inspector.keyboard.press('p');
  await expect(
    inspector.getByRole('region', { name: 'The current message' }),
  ).toBeVisible();
  await look(inspector, 'presenter');
  await world.press('run');
  await answered;
});

test('a token that is refused, opened: what was sent, and why not', async ({
  page,
  world,
}) => {
  await signIn(page);
  await world.press('clock', { advance: 3 * 3600 });
  const inspector = await watch(page, world);
  const { exchanges } = await world.recording();
  const last = exchanges.find(({ request }) =>
    request.target.startsWith('/user/messages'),
  );
  await world.press(`exchanges/${last!.id}/send-again`);
  const opened = await openMessage(inspector, 'error response');
  await opened.getByRole('button', { name: 'Why it said no' }).click();
  await look(inspector, 'refused-token');
});

test('the table', async ({ page, world }) => {
  await signIn(page);
  const inspector = await watch(page, world);
  await inspector.keyboard.press('t');
  await expect(inspector.getByRole('table')).toBeVisible();
  await look(inspector, 'table');
});
