/**
 * Nobody needs a mouse, and Acorn needs no JavaScript.
 */
import type { Locator, Page } from 'playwright/test';
import { tabTo } from '../src/keyboard.ts';
import { ada } from '../src/people.ts';
import { allow, expectSignedIn, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';

/** Whoever looks sees where the focus is. */
async function tabToInSight(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await expect(target).not.toHaveCSS('outline-style', 'none');
}

test('Ada signs in, unticks her mail and agrees without touching the mouse', async ({
  page,
}) => {
  await page.goto('/');
  await tabToInSight(page, page.getByRole('link', { name: 'Continue with Acorn' }));
  await page.keyboard.press('Enter');

  // The login page begins where one types.
  await expect(page.getByLabel('Username')).toBeFocused();
  await page.keyboard.type(ada.username);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type(ada.password);
  await page.keyboard.press('Enter');

  const mail = page.getByRole('checkbox', { name: /Read your messages/ });
  await tabToInSight(page, mail);
  await page.keyboard.press('Space');
  await expect(mail).not.toBeChecked();
  await tabToInSight(page, page.getByRole('button', { name: 'Allow' }));
  await page.keyboard.press('Enter');
  await expectSignedIn(page);
  await expect(page.getByText('Your mail stays closed')).toBeVisible();

  await tabToInSight(page, page.getByRole('button', { name: 'Sign out' }));
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
