/**
 * How a page looks, to people and to those who cannot see it: on a wide and on
 * a narrow screen, light and dark.
 */
import { join } from 'node:path';
import { rootFolder } from '@four-roles/launcher/root-folder';
import axe from 'axe-core';
import { expect, type Page } from 'playwright/test';

const screenshots = join(rootFolder, '.artifacts/screenshots');

type Screen = {
  width: number;
  height: number;
  /** What axe finds there it finds on another of these screens too. */
  pictureOnly?: true;
};
type Screens = Record<string, Screen>;

const screens = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
};

/** Of who gives a lesson: what is on the wall, and what is on the desk. */
export const screensOfALesson: Screens = {
  wall: { width: 1920, height: 1080, pictureOnly: true },
  laptop: { width: 1366, height: 768 },
  narrow: screens.narrow,
};

/**
 * Keep pictures of a page, and expect that axe finds nothing on it, that
 * neither it nor a part of it scrolls sideways, and that it knows the dark. A
 * page looks the same over https: it is looked at over http alone.
 */
export async function inspect(
  page: Page,
  name: string,
  on: Screens = screens,
): Promise<void> {
  if (new URL(page.url()).protocol === 'https:') return;
  const findings: string[] = [];
  for (const [screen, viewport] of Object.entries(on)) {
    await page.setViewportSize(viewport);
    const papers = new Set<string>();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      papers.add(await page.evaluate(colourOfPaper));
      const path = join(screenshots, `${name}-${screen}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      if (viewport.pictureOnly) continue;
      const found = await violations(page, colorScheme === 'light' ? undefined : 'color');
      findings.push(...found.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
    }
    if (papers.size === 1) findings.push(`${screen}: no colours for the dark`);
    for (const part of await page.evaluate(whatScrollsSideways)) {
      findings.push(`${screen}: scrolls sideways: ${part}`);
    }
  }
  await page.setViewportSize(screens.wide);
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(findings, name).toEqual([]);
}

/** Runs in the page. */
function colourOfPaper(): string {
  const [html, body] = [document.documentElement, document.body].map(
    (element) => getComputedStyle(element).backgroundColor,
  );
  return `${html} ${body}`;
}

/** Runs in the page. @returns the opening tags of what is wider than its place */
function whatScrollsSideways(): string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      const all = element === document.documentElement;
      return (scrolls || all) && element.scrollWidth > element.clientWidth;
    })
    .map((element) => (element.cloneNode(false) as Element).outerHTML);
}

/** @param only what can differ between light and dark */
async function violations(page: Page, only?: 'color'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate<axe.Result[], axe.RunOptions>(findViolations, {
    // What passes is not asked for: to describe it takes longer than to find out.
    resultTypes: ['violations'],
    ...(only && { runOnly: ['color-contrast', 'link-in-text-block'] }),
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Runs in the page, where axe is by now. */
async function findViolations(options: axe.RunOptions): Promise<axe.Result[]> {
  const { axe: inPage } = window as unknown as { axe: typeof axe };
  return (await inPage.run(document, options)).violations;
}
