/**
 * Nobody needs a mouse, and Acorn needs no JavaScript.
 */
import type { Locator, Page } from 'playwright/test';
import { ada } from '../src/people.ts';
import { allow, expectSignedIn, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';

/** Press Tab until it has the focus; whoever looks sees where the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < 20 && !(await hasFocus()); pressed++) {
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
  const outline = await target.evaluate((element) => {
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return `${outlineStyle} ${boxShadow}`;
  });
  expect(outline, 'the focus can be seen').not.toBe('none none');
}

test('Ada signs in, unticks her mail and agrees without touching the mouse', async ({
  page,
}) => {
  await page.goto('/');
  await tabTo(page, page.getByRole('link', { name: 'Continue with Acorn' }));
  await page.keyboard.press('Enter');

  // The login page begins where one types.
  await expect(page.getByLabel('Username')).toBeFocused();
  await page.keyboard.type(ada.username);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type(ada.password);
  await page.keyboard.press('Enter');

  const mail = page.getByRole('checkbox', { name: /Read your messages/ });
  await tabTo(page, mail);
  await page.keyboard.press('Space');
  await expect(mail).not.toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Allow' }));
  await page.keyboard.press('Enter');
  await expectSignedIn(page);
  await expect(page.getByText('Your mail stays closed')).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are signed out of Briefing')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Ada signs in, reads her mail, takes back what she allowed, and signs out', async ({
    page,
    world,
  }) => {
    await signIn(page);
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await page.getByRole('link', { name: /The mill is delayed/ }).click();
    await expect(page.getByText('The invoice, I note')).toBeVisible();
    await page.getByRole('link', { name: 'Write', exact: true }).click();
    await page.getByRole('link', { name: 'Ask Acorn' }).click();
    await allow(page);
    await expect(page.getByLabel('Subject')).toBeVisible();

    await page.goto(`${world.accounts}/account`);
    await page.getByRole('button', { name: 'Disconnect Briefing' }).click();
    await expect(page.getByText('No app is connected to your account.')).toBeVisible();
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out of Briefing')).toBeVisible();
  });
});
