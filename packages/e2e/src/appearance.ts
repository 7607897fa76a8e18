/**
 * How a page looks, to people and to those who cannot see it: on a wide and on
 * a narrow screen, light and dark.
 */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { rootFolder } from '@four-roles/launcher/root-folder';
import { expect, type Page } from 'playwright/test';

const screenshots = join(rootFolder, '.artifacts/screenshots');

const screens = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
};

/**
 * Keep pictures of a page, and expect that axe finds nothing on it and that it
 * does not scroll sideways.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  const findings: string[] = [];
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = join(screenshots, `${name}-${screen}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      const found = await violations(page, colorScheme === 'light' ? undefined : 'color');
      findings.push(...found.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) findings.push(`${screen}: ${width} pixels wide`);
  }
  await page.setViewportSize(screens.wide);
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(findings, name).toEqual([]);
}

/** @param only what can differ between light and dark */
async function violations(page: Page, only?: 'color'): Promise<string[]> {
  // Legacy mode: nothing here is framed, and it needs no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (only) axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
