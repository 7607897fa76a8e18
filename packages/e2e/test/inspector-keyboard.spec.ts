import type { Page } from 'playwright/test';
import { tabTo } from '../src/keyboard.ts';
import { continueWithAcorn, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';
import { messages, watch } from '../src/watcher.ts';

test('keyboard only: from a fresh page to a message and its views, and all ways to look', async ({
  page,
  world,
}) => {
  await signIn(page);
  const inspector = await watch(page, world);
  const { keyboard } = inspector;
  const selected = messages(inspector).and(inspector.locator('[aria-selected=true]'));

  // 1. To the diagram, past everything above it.
  await keyboard.press('Tab');
  await expect(focused(inspector)).toHaveText('Skip to the messages');
  await expectFocusIsSeen(inspector);
  await keyboard.press('Enter');
  const tree = inspector.getByRole('tree');
  await expect(tree).toBeFocused();

  // 2. From message to message; one is opened, and the next with it.
  await keyboard.press('Home');
  for (const key of ['ArrowDown', 'j', 'ArrowDown', 'j', 'k', 'ArrowUp', 'j', 'j']) {
    await keyboard.press(key);
  }
  await expect(selected).toContainText('1: start of a sign-in');
  await expectFocusIsSeen(inspector);
  await keyboard.press('Enter');
  const heading = inspector.getByRole('article').getByRole('heading', { level: 2 });
  await expect(heading).toContainText('start of a sign-in');
  await keyboard.press('End');
  await expect(heading).toContainText('page');
  await keyboard.press('k');
  await expect(heading).toContainText('protected resource response');

  // 3. Its views, and what can be unfolded in them.
  await tabTo(inspector, inspector.getByRole('tab', { name: 'Answer' }));
  for (const tab of [/^Why/, 'Raw HTTP', 'Request']) {
    await keyboard.press('ArrowRight');
    await expect(inspector.getByRole('tab', { name: tab })).toBeFocused();
    await expect(inspector.getByRole('tab', { name: tab, selected: true })).toBeVisible();
    await expectFocusIsSeen(inspector);
  }
  await tabTo(inspector, inspector.getByRole('button', { name: /^also in/ }).first());
  await expectFocusIsSeen(inspector);

  // 4. Back to the diagram.
  await keyboard.press('Escape');
  await expect(heading).toHaveCount(0);
  await tree.focus();

  // 5. A flow, folded and unfolded.
  const flow = inspector.getByRole('treeitem', { name: /^Ada's sign-in/ });
  await keyboard.press('f');
  await expect(flow).toHaveAttribute('aria-expanded', 'false');
  await expect(messages(inspector)).toHaveCount(2);
  await keyboard.press('ArrowRight');
  await expect(flow).toHaveAttribute('aria-expanded', 'true');

  // 6. The ways to look, each on and off.
  await keyboard.press('l');
  await expect(inspector.getByText('the browser saw nothing').first()).toBeAttached();
  await keyboard.press('l');
  await keyboard.press('t');
  await expect(inspector.getByRole('table')).toBeVisible();
  await keyboard.press('t');
  await keyboard.press('p');
  await expect(
    inspector.getByRole('region', { name: 'The current message' }),
  ).toBeVisible();
  await keyboard.press('p');
  await keyboard.press('?');
  await expect(inspector.getByRole('dialog', { name: 'How to read it' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(inspector.getByRole('dialog')).toHaveCount(0);

  // 7. A filter.
  const search = inspector.getByRole('searchbox', { name: 'Search in the messages' });
  await tabTo(inspector, search, 'Shift+Tab');
  await keyboard.type('token introspection');
  await expect(messages(inspector)).toHaveCount(2);
});

test('keyboard only: step mode, and nothing moves for who wants no motion', async ({
  page,
  world,
}) => {
  const inspector = await watch(page, world);
  await inspector.emulateMedia({ reducedMotion: 'reduce' });
  const { keyboard } = inspector;
  await tabTo(inspector, inspector.getByRole('button', { name: 'To the diagram' }));
  await keyboard.press('Enter');
  const stepMode = inspector.getByRole('switch', { name: 'Step mode' });
  await tabTo(inspector, stepMode, 'Shift+Tab');
  await expectFocusIsSeen(inspector);
  await keyboard.press('Enter');
  await expect(stepMode).toBeChecked();

  const arrived = continueWithAcorn(page);
  await inspector.getByRole('tree').focus();
  const heading = inspector.getByRole('article').getByRole('heading', { level: 2 });
  await expect(heading).toContainText('page request: GET /');
  expect(await inspector.evaluate(() => document.getAnimations().length)).toBe(0);
  await keyboard.press('Space');
  await expect(heading).toContainText(/^2 page$/);
  await keyboard.press('ArrowRight');
  await expect(heading).toContainText('start of a sign-in');
  expect(await inspector.evaluate(() => document.getAnimations().length)).toBe(0);
  const runOn = inspector.getByRole('button', { name: 'Run to the end' });
  await tabTo(inspector, runOn, 'Shift+Tab');
  await keyboard.press('Enter');
  await arrived;
  await expect(page.getByLabel('Username')).toBeVisible();
  expect(await inspector.evaluate(() => document.getAnimations().length)).toBe(0);
});

function focused(page: Page) {
  return page.locator(':focus');
}

/** An outline, a shadow or a bar: something says where the keyboard is. */
async function expectFocusIsSeen(page: Page): Promise<void> {
  await expect(focused(page)).toBeInViewport();
  await expect(focused(page)).not.toHaveCSS('outline-style', 'none');
  await expect(focused(page)).toHaveCSS('outline-width', /^([2-9]|\d\d)/);
}
