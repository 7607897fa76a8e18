/**
 * Every page, looked at: axe finds nothing on it, wide and narrow, light and
 * dark; the pictures are kept in .artifacts/screenshots.
 */
import { inspect } from '../src/appearance.ts';
import { runNow } from '../src/nightly.ts';
import { ada } from '../src/people.ts';
import {
  agreeAndHold,
  allow,
  continueWithAcorn,
  expectSignedIn,
  reachConsent,
  signIn,
  typePassword,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';

test('the pages of a sign-in', async ({ page }) => {
  await page.goto('/');
  await inspect(page, 'client-signed-out');
  await continueWithAcorn(page);
  await expect(page.getByLabel('Username')).toBeVisible();
  await inspect(page, 'acorn-login');
  await typePassword(page, { ...ada, password: 'engine' });
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'acorn-login-refused');
  await typePassword(page);
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
  await inspect(page, 'acorn-consent');
  await allow(page);
  await expectSignedIn(page);
  await inspect(page, 'client-morning');
});

test('the pages of Briefing for somebody who is signed in', async ({ page }) => {
  await signIn(page);
  await page.goto('/inbox');
  await inspect(page, 'client-inbox');
  await page.getByRole('link', { name: /The mill is delayed/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The mill is delayed/);
  await inspect(page, 'client-message');
  await page.goto('/held');
  await inspect(page, 'client-held');
  await page.goto('/compose');
  await inspect(page, 'client-compose-asks');
  await page.getByRole('link', { name: 'Ask Acorn' }).click();
  await allow(page);
  await expect(page.getByLabel('Subject')).toBeVisible();
  await inspect(page, 'client-compose');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out of Briefing')).toBeVisible();
  await inspect(page, 'client-signed-out-now');
});

test('the pages of what was refused', async ({ page, world }) => {
  await reachConsent(page);
  const callback = await agreeAndHold(page, world);
  callback.searchParams.set('state', 'tampered');
  await page.goto(callback.href);
  await expect(page.getByText('state-known')).toBeVisible();
  await inspect(page, 'client-problem');

  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to go on');
  await expect(page.getByText('What exactly happened')).toHaveCount(0);
  await inspect(page, 'client-sign-in-needed');

  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'briefing',
    redirect_uri: `${world.client}/callback.attacker`,
  });
  await page.goto(`${world.accounts}/authorize?${query}`);
  await expect(page.locator('mark').first()).toBeAttached();
  await inspect(page, 'acorn-request-refused');
});

test('without its mail', async ({ page }) => {
  await reachConsent(page);
  await page.getByRole('checkbox', { name: /Read your messages/ }).uncheck();
  await allow(page);
  await expect(page.getByText('Your mail stays closed')).toBeVisible();
  await inspect(page, 'client-without-mail');
});

test("the other pages of Acorn's authorization server", async ({ page, world }) => {
  await page.goto(world.accounts);
  await inspect(page, 'acorn-home');
  await page.goto(`${world.accounts}/login`);
  await inspect(page, 'acorn-nothing-in-progress');
  await signIn(page);
  await page.goto(`${world.accounts}/account`);
  await inspect(page, 'acorn-connected-apps');
  await page.goto(`${world.accounts}/logout`);
  await inspect(page, 'acorn-sign-out');
});

test('the pages of the resource server and the worker', async ({ page, world }) => {
  await page.goto(world.apis);
  await inspect(page, 'resource-server-home');
  await page.goto(world.worker);
  await expect(await runNow(page)).toBeVisible();
  await inspect(page, 'worker-runs');
});
