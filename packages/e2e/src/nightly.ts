/** What somebody does at the page of Nightly, which shows what its runs came to. */
import { expect, type Locator, type Page } from 'playwright/test';

/**
 * Press "Run now", and wait until the page shows that run. The table of runs may
 * be full, and two runs may begin in one second: each run is known by its calls.
 *
 * @returns its row
 */
export async function runNow(page: Page): Promise<Locator> {
  const served = page.getByText('calls they served').locator('+ dd');
  const before = (await served.textContent()) ?? '';
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(served).not.toHaveText(before);
  return page.getByRole('row').nth(1);
}
