/**
 * What a developer does at Acorn's console, played by Playwright.
 */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from 'playwright/test';
import { ada, type Person } from './people.ts';
import { typePassword } from './resource-owner.ts';
import { postAs } from './wire.ts';
import type { World } from './world.ts';

/** The world of a story, or one that is watched. */
type Accounts = Pick<World, 'accounts'>;

export type Machine = { name: string; client_id: string; client_secret: string };

/** From the home page of the authorization server to the applications of a person. */
export async function openConsole(
  page: Page,
  { accounts }: Accounts,
  person: Person = ada,
): Promise<void> {
  await page.goto(accounts);
  await page.getByRole('link', { name: 'Developer console' }).click();
  await typePassword(page, person);
  await expect(page.getByRole('heading', { name: 'Your applications' })).toBeVisible();
}

/** To the form for a machine. */
async function describeMachine(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Register an application' }).click();
  await page.getByRole('radio', { name: /Server-to-server/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Server-to-server');
}

/** From the list of applications to the page that shows the secret of a new one. */
export async function registerMachine(page: Page): Promise<Machine> {
  const name = `Sundial ${randomUUID().slice(0, 8)}`;
  await describeMachine(page);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Home page').fill('https://sundial.example');
  await page.getByLabel('Description').fill('Copies the contacts, every night.');
  await page.getByRole('checkbox', { name: /Read the contacts/ }).check();
  await page.getByRole('button', { name: 'Register' }).click();
  return { name, ...(await shownCredentials(page)) };
}

/** On the page that shows a secret. */
export async function shownCredentials(page: Page) {
  await expect(page.getByText('It is shown this one time')).toBeVisible();
  return {
    client_id: await page.getByLabel('Client ID').inputValue(),
    client_secret: await page.getByLabel('Client secret').inputValue(),
  };
}

/** Ask for a token, as the machine does. */
export async function askForToken({ accounts }: Accounts, machine: Machine) {
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const { status, body } = await postAs(machine, `${accounts}/token`, form);
  return { status, error: body.error, token: String(body.access_token) };
}

/** From anywhere in the console to the page of an application. */
export async function openApplication(page: Page, { name }: Machine): Promise<void> {
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  // The page of an application has a link that begins with Delete, and ends with its name.
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** Follow a link of the console's navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Developer console' });
  await navigation.getByRole('link', { name, exact: true }).click();
}
