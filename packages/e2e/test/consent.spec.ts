import { ada } from '../src/people.ts';
import {
  allow,
  expectSignedIn,
  expectSignedOut,
  reachConsent,
  signIn,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';

test('Ada refuses; Briefing says who refused and what to do, and a second try works', async ({
  page,
  world,
}) => {
  await reachConsent(page);
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You said no, and that is fine',
  );
  await expect(page.getByText('You refused, at Acorn accounts')).toBeVisible();
  await expect(page.getByText('access_denied')).toBeVisible();
  await expect(page.getByText('If you change your mind, begin again.')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(world.backChannel.exchanges.map(({ path }) => path)).not.toContain('/token');

  await page.getByRole('link', { name: 'Sign in with Acorn' }).click();
  await allow(page);
  await expectSignedIn(page);
});

test('who refuses is not signed in', async ({ page }) => {
  await reachConsent(page);
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByText('access_denied')).toBeVisible();
  await expectSignedOut(page);
});

test('Briefing lives without the mail that was unticked, and asks for it later', async ({
  page,
}) => {
  await reachConsent(page);
  await page.getByRole('checkbox', { name: /Read your messages/ }).uncheck();
  await allow(page);
  await expectSignedIn(page);
  await expect(page.getByRole('img', { name: ada.name })).toBeVisible();
  await expect(page.getByText('Your mail stays closed')).toBeVisible();
  await expect(page.getByText('The mill is delayed (again)')).toBeHidden();

  await page.getByRole('link', { name: 'Let Briefing read my mail' }).click();
  await expect(page.getByRole('checkbox', { name: /Read your messages/ })).toBeChecked();
  await allow(page);
  await expectSignedIn(page);
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
});

test('a person without name, picture and address is still a person', async ({ page }) => {
  await reachConsent(page);
  const optional = page.getByRole('checkbox', { disabled: false });
  await expect(optional).toHaveCount(3);
  for (const box of await optional.all()) await box.uncheck();
  await allow(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/, friend$/);
  await expect(page.getByText('Signed in as acct_7Q2mZk4TnW')).toBeVisible();
});

test('who disconnects Briefing at Acorn has ended what Briefing holds', async ({
  page,
  world,
}) => {
  await signIn(page);
  await page.goto(`${world.accounts}/account`);
  await expect(page.getByText('Read your messages')).toBeVisible();
  await page.getByRole('button', { name: 'Disconnect Briefing' }).click();
  await expect(page.getByText('No app is connected to your account.')).toBeVisible();

  // The resource server asks about a token every five seconds.
  world.passTime(6);
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn ended this connection',
  );
  await page.getByRole('link', { name: 'Sign in with Acorn' }).click();
  await allow(page);
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
});
