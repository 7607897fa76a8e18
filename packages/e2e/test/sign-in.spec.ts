import { ada } from '../src/people.ts';
import {
  allow,
  continueWithAcorn,
  expectSignedIn,
  reachConsent,
  signIn,
  typePassword,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';

test('Ada signs in, agrees, and sees her name, her picture and her messages', async ({
  page,
  world,
}) => {
  await continueWithAcorn(page);
  await expect(page).toHaveURL(new RegExp(`^${world.accounts}/login\\?`));
  await expect(page.getByText('to continue to Briefing')).toBeVisible();
  await typePassword(page);
  await expect(page.getByText(new URL(world.client).host).first()).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(4);
  await allow(page);

  await expectSignedIn(page);
  await expect(page).toHaveURL(`${world.client}/`);
  await expect(page.getByText('Signed in as Ada Lovelace')).toBeVisible();
  const picture = page.getByRole('img', { name: 'Ada Lovelace' });
  await expect(picture).toHaveJSProperty('complete', true);
  await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();

  await page.getByRole('link', { name: 'Open the inbox' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  await page.getByRole('link', { name: 'Older messages' }).click();
  await expect(page.getByRole('link', { name: 'Newest' })).toBeVisible();
});

test('a wrong password is refused, without a hint which part was wrong', async ({
  page,
}) => {
  await continueWithAcorn(page);
  const refusals = [];
  for (const username of [ada.username, 'nobody']) {
    await typePassword(page, { ...ada, username, password: 'engine' });
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('Username')).toHaveValue(username);
    await expect(page.getByLabel('Password')).toHaveValue('');
    refusals.push(await page.getByRole('alert').textContent());
  }
  expect(refusals[0]).toBe('That username and that password do not fit together.');
  expect(refusals[1]).toBe(refusals[0]);

  await typePassword(page);
  await allow(page);
  await expectSignedIn(page);
});

test('who has agreed before is not asked again', async ({ page, context }) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await expectSignedIn(page);

  await context.clearCookies();
  await continueWithAcorn(page);
  await typePassword(page);
  await expectSignedIn(page);
});

test('two tabs of one browser sign in at once, and both arrive', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await continueWithAcorn(page);
  await continueWithAcorn(other);
  await typePassword(page);
  await typePassword(other);
  await allow(other);
  await expectSignedIn(other);
  await allow(page);
  await expectSignedIn(page);
  await other.reload();
  await expectSignedIn(other);
});

test('an answer that has been used opens nothing when it is opened again', async ({
  page,
  world,
}) => {
  const callback = page.waitForRequest(`${world.client}/callback?**`);
  await reachConsent(page);
  await allow(page);
  await expectSignedIn(page);
  await page.goto((await callback).url());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This sign-in is already finished',
  );
  await expect(page).toHaveURL(new RegExp(`^${world.client}/problem/`));
  await page.getByRole('link', { name: 'To the first page' }).click();
  await expectSignedIn(page);
});
