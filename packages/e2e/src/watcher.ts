/** What the person at the inspector does. */
import { expect, type Locator, type Page } from 'playwright/test';
import type { WatchedWorld } from './watched-world.ts';

/** The inspector in a window of its own, beside that of the resource owner. */
export async function watch(beside: Page, { inspector }: WatchedWorld): Promise<Page> {
  const page = await beside.context().newPage();
  await page.goto(inspector);
  await expect(page.getByRole('heading', { name: 'Four Roles' })).toBeVisible();
  return page;
}

/** The rows of the diagram that are in view, and some around them. */
export function messages(page: Page): Locator {
  return page.getByRole('treeitem', { level: 2 });
}

/**
 * Look for a message by a text in it, and open it.
 *
 * @param name how its row begins, behind its number: `access token response`
 */
export async function openMessage(page: Page, name: string): Promise<Locator> {
  const search = page.getByRole('searchbox', { name: 'Search in the messages' });
  await search.fill(name.replace(/,.*/, ''));
  const row = messages(page).filter({ hasText: new RegExp(`^\\d+: ${escaped(name)}`) });
  await row.last().click();
  await page.getByRole('button', { name: 'Show all' }).click();
  const opened = page.getByRole('article');
  await expect(opened.getByRole('heading', { level: 2 })).toContainText(
    name.replace(/,.*/, ''),
  );
  return opened;
}

/** What a message carries under a name: in its address, its body, its headers, a token. */
export function parameter(place: Locator, name: string): Locator {
  return place
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${escaped(name)}$`) })
    .locator('..')
    .getByRole('definition')
    .first();
}

function escaped(text: string): string {
  return RegExp.escape(text);
}
