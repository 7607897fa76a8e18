/**
 * What the person at the browser does: the resource owner, played by Playwright.
 */
import { expect, type Page } from 'playwright/test';
import { ada, type Person } from './people.ts';
import type { World } from './world.ts';

/** On the first page of Briefing. */
export async function continueWithAcorn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Continue with Acorn' }).click();
}

/** On Acorn's login page. */
export async function typePassword(page: Page, person = ada): Promise<void> {
  await page.getByLabel('Username').fill(person.username);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** On Acorn's consent page. */
export async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).click();
}

/** From the first page of Briefing to the consent page. */
export async function reachConsent(page: Page, person = ada): Promise<void> {
  await continueWithAcorn(page);
  await typePassword(page, person);
  await expect(
    page.getByRole('heading', { name: /Do you allow Briefing/ }),
  ).toBeVisible();
}

/** The whole way, agreeing to everything. */
export async function signIn(page: Page, person: Person = ada): Promise<void> {
  await reachConsent(page, person);
  await allow(page);
  await expectSignedIn(page, person);
}

export async function expectSignedIn(page: Page, person = ada): Promise<void> {
  const [firstName] = person.name.split(' ');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(`^Good (morning|afternoon|evening), ${firstName}$`),
  );
}

export async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Continue with Acorn' })).toBeVisible();
}

/**
 * Agree, but hold the browser before it goes back to Briefing: as if somebody
 * had their hand on the redirect.
 *
 * @returns the address that it was sent to, with the code and the state
 */
export async function agreeAndHold(page: Page, { accounts }: World): Promise<URL> {
  const redirect = Promise.withResolvers<string>();
  await page.route(`${accounts}/consent`, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    redirect.resolve(response.headers().location ?? '');
    await route.fulfill({ body: 'held' });
  });
  await allow(page);
  await expect(page.getByText('held', { exact: true })).toBeVisible();
  const address = new URL(await redirect.promise);
  await page.unroute(`${accounts}/consent`);
  return address;
}
