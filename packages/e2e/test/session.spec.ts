import type { RoleName } from '@four-roles/launcher/role';
import {
  allow,
  continueWithAcorn,
  expectSignedIn,
  expectSignedOut,
  signIn,
  typePassword,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';
import { isActive, lastTokens, tokenRequests } from '../src/wire.ts';

const justOverTenMinutes = 10 * 60 + 1;
const aWeek = 7 * 24 * 60 * 60;

test('an access token that has expired is renewed, and Ada notices nothing', async ({
  page,
  world,
}) => {
  await signIn(page);
  const first = lastTokens(world, 'authorization_code');
  world.passTime(justOverTenMinutes);
  expect(await isActive(world, first.access_token)).toBe(false);

  await page.getByRole('link', { name: 'Inbox', exact: true }).click();
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
  const second = lastTokens(world, 'refresh_token');
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(await isActive(world, second.access_token)).toBe(true);
  await page.goto('/held');
  await expect(page.getByText('Tokens renewed').locator('+ dd')).toHaveText('once');
});

test('tabs that find the token expired at one moment renew it once', async ({
  page,
  context,
  world,
}) => {
  await signIn(page);
  const tabs = [page, await context.newPage(), await context.newPage()];
  world.passTime(justOverTenMinutes);
  await Promise.all(tabs.map((tab) => tab.goto('/inbox')));
  for (const tab of tabs) {
    await expect(tab.getByText('The mill is delayed (again)')).toBeVisible();
  }
  expect(tokenRequests(world, 'refresh_token')).toHaveLength(1);
});

test('signing out revokes the tokens, ends the session, and offers to end that of Acorn', async ({
  page,
  world,
}) => {
  await signIn(page);
  const { refresh_token, access_token } = lastTokens(world, 'authorization_code');
  expect(await isActive(world, refresh_token)).toBe(true);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You are signed out of Briefing',
  );
  await expect(page.locator('main .button:not(.quiet)')).toHaveText([
    'Sign out of Acorn too',
  ]);
  expect(await isActive(world, refresh_token)).toBe(false);
  expect(await isActive(world, access_token)).toBe(false);
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: 'Continue with Acorn' })).toBeVisible();

  await page.goto('/signed-out');
  await page.getByRole('link', { name: 'Sign out of Acorn too' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign out of Acorn?');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${world.client}/`);
  await continueWithAcorn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('a session ends after a week', async ({ page, world }) => {
  await signIn(page);
  world.passTime(aWeek);
  await page.reload();
  await expect(page.getByText('Your session here has ended.')).toBeVisible();
  await expectSignedOut(page);
});

const everyRole: RoleName[] = [
  'authorization-server',
  'resource-server',
  'client',
  'worker',
];

for (const how of ['stop', 'kill'] as const) {
  const title = {
    stop: 'a restart of every role in the middle of a session loses nothing',
    kill: 'a crash of every role in the middle of a session loses nothing',
  }[how];

  test(title, { tag: '@any-scheme' }, async ({ page, context, world }) => {
    // 1. One tab is signed in, another is in the middle of agreeing to more.
    await signIn(page);
    const halfway = await context.newPage();
    await halfway.goto('/compose');
    await halfway.getByRole('link', { name: 'Ask Acorn' }).click();
    await expect(halfway.getByRole('button', { name: 'Allow' })).toBeVisible();

    // 2. One role after the other goes, and comes back.
    for (const role of everyRole) {
      await world.roles[how](role);
      await world.roles.start(role);
      await page.goto('/inbox');
      await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
    }

    // 3. All of them at once.
    await Promise.all(everyRole.map((role) => world.roles[how](role)));
    await Promise.all(everyRole.map((role) => world.roles.start(role)));
    world.passTime(justOverTenMinutes);
    await page.goto('/');
    await expectSignedIn(page);
    await expect(page.getByText('The mill is delayed (again)')).toBeVisible();

    // 4. What was begun before is finished now.
    await allow(halfway);
    await expect(halfway.getByLabel('Subject')).toBeVisible();
  });
}

test('while the resource server is away, Briefing says so, and nobody is signed out', async ({
  page,
  world,
}) => {
  await signIn(page);
  await world.roles.stop('resource-server');
  try {
    await page.goto('/inbox');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Acorn APIs is not answering',
    );
  } finally {
    await world.roles.start('resource-server');
  }
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
});

test('while the authorization server is away, Briefing says so, and goes on when it is back', async ({
  page,
  world,
}) => {
  await signIn(page);
  world.passTime(justOverTenMinutes);
  await world.roles.stop('authorization-server');
  try {
    await page.goto('/inbox');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Acorn accounts is not answering',
    );
  } finally {
    await world.roles.start('authorization-server');
  }
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
});

test('somebody who is signed in to Acorn elsewhere changes nothing here', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await continueWithAcorn(other);
  await typePassword(other);
  await expectSignedIn(other);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByText('You are signed out of Briefing')).toBeVisible();
  await page.reload();
  await expectSignedIn(page);
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
  await elsewhere.close();
});
