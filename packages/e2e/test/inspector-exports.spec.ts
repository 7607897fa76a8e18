import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright/test';
import { carriedSecrets, secretsIn } from '../src/carried-secrets.ts';
import { showTable } from '../src/instructor.ts';
import { expectSignedIn, signIn } from '../src/resource-owner.ts';
import {
  everythingAnswered,
  expect,
  messagesIn,
  runWorker,
  test,
} from '../src/watched-world.ts';
import { messages, openMessage, watch } from '../src/watcher.ts';

test('a recording, kept: no secret is in it, unless somebody asked for them', async ({
  page,
  world,
}) => {
  await signIn(page);
  await runWorker(world);
  const inspector = await watch(page, world);
  const { ofServers, ofTheBrowser } = carriedSecrets((await world.recording()).exchanges);
  const secrets = new Map([...ofServers, ...ofTheBrowser]);
  expect(secrets.size).toBeGreaterThan(8);

  const marks = {
    Page: 'code_verifier',
    HAR: '"version": "1.2"',
    Markdown: 'access token request',
    Mermaid: 'sequenceDiagram',
  };
  for (const [format, mark] of Object.entries(marks)) {
    const text = await readFile(await download(inspector, format), 'utf8');
    expect(text, format).toContain(mark);
    expect(secretsIn(text, secrets), format).toEqual([]);
  }
  await menu(inspector)
    .getByRole('checkbox', { name: /with secrets/ })
    .check();
  for (const format of ['Page', 'HAR', 'Markdown']) {
    const text = await readFile(await download(inspector, format), 'utf8');
    expect(secretsIn(text, secrets).length, format).toBe(secrets.size);
  }
});

test('the page that was saved is walked through with no server and no network', async ({
  page,
  world,
  browser,
}) => {
  await signIn(page);
  const inspector = await watch(page, world);
  const file = await download(inspector, 'Page');
  const context = await browser.newContext({ offline: true });
  const requests: string[] = [];
  const problems: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) problems.push(line.text());
  });
  context.on('weberror', (error) => problems.push(String(error.error())));
  const saved = await context.newPage();
  const address = pathToFileURL(file).href;
  await saved.goto(address);

  await expect(saved.getByText('A saved recording, without its secrets.')).toBeVisible();
  await expect(saved.getByRole('treeitem', { name: /Ada's sign-in/ })).toBeVisible();
  const opened = await openMessage(saved, 'access token request (authorization code)');
  await opened.getByText('The secret of which the code_challenge was made.').click();
  await expect(opened).toContainText('the verifier is masked in this recording');
  await opened.getByRole('tab', { name: 'Answer' }).click();
  await expect(opened).toContainText('The signature is masked in this recording');
  await opened.getByRole('tab', { name: /^Why/ }).click();
  await expect(opened).toContainText('all held');
  await saved.keyboard.press('l');
  await expect(saved.getByLabel('The message that is open')).toContainText(
    'Server to server: the browser saw nothing.',
  );
  await saved.keyboard.press('t');
  await expect(saved.getByRole('table')).toBeVisible();

  expect(requests).toEqual([address]);
  expect(problems).toEqual([]);
  await context.close();
});

test('a HAR that was saved opens here again, and plays in Playwright', async ({
  page,
  world,
  browser,
}) => {
  await signIn(page);
  await runWorker(world);
  await everythingAnswered(world);
  const inspector = await watch(page, world);
  await showTable(inspector);
  const rows = inspector.getByRole('row');
  await expect(rows).toHaveCount((await messagesIn(world)) + 1);
  const live = await rows.allInnerTexts();
  expect(live.length).toBeGreaterThan(30);
  const file = await download(inspector, 'HAR');
  await menu(inspector).getByLabel('Messages of').selectOption("Ada's sign-in");
  const signInAlone = await download(inspector, 'HAR');

  // 1. Here: the same messages, and back to what is live.
  await menu(inspector).getByLabel('Open a file that was kept').setInputFiles(file);
  await expect(
    inspector.getByText('A saved recording, without its secrets.'),
  ).toBeVisible();
  await expect(inspector.getByRole('switch', { name: 'Step mode' })).toHaveCount(0);
  await expect(rows).toHaveText(live, { useInnerText: true });
  await inspector.getByRole('button', { name: 'Watch live again' }).click();
  await expect(inspector.getByRole('switch', { name: 'Step mode' })).toBeVisible();
  await expect(rows).toHaveCount(live.length);

  // 2. Elsewhere: the morning page of Ada, for somebody who has no session.
  const context = await browser.newContext({ baseURL: world.client });
  await context.routeFromHAR(signInAlone, { notFound: 'abort' });
  const replayed = await context.newPage();
  await replayed.goto('/');
  await expectSignedIn(replayed);
  await context.close();
});

test('one message: as a curl command, and as a link for others', async ({
  page,
  world,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  const inspector = await watch(page, world);
  const secrets = carriedSecrets((await world.recording()).exchanges).ofServers;
  const opened = await openMessage(inspector, 'userinfo request');

  // 1. Masked, then as it was sent.
  await opened.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(inspector.getByText('The command is in the clipboard.')).toBeVisible();
  const masked = await clipboard(inspector);
  expect(masked).toContain(`curl -i '${world.apis}/user/userinfo'`);
  expect(secretsIn(masked, secrets)).toEqual([]);
  await inspector.getByRole('button', { name: 'Show secrets' }).click();
  await opened.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(() => clipboard(inspector)).not.toBe(masked);
  expect(secretsIn(await clipboard(inspector), secrets)).toHaveLength(1);

  // 2. The link opens this very message, in another window.
  await opened.getByRole('button', { name: 'Copy link' }).click();
  await expect(inspector.getByText('The link is in the clipboard.')).toBeVisible();
  const link = await clipboard(inspector);
  const heading = await opened.getByRole('heading', { level: 2 }).textContent();
  const another = await page.context().newPage();
  await another.goto(link);
  await expect(
    another.getByRole('article').getByRole('heading', { level: 2 }),
  ).toHaveText(heading!);
  await expect(messages(another).filter({ hasText: 'userinfo request' })).toHaveAttribute(
    'aria-selected',
    'true',
  );

  // 3. In another run that message is another.
  await world.press('clear');
  await another.reload();
  await expect(
    another.getByText(/This link leads to message \d+ of another run/),
  ).toBeVisible();
  await expect(another.getByRole('article')).toHaveCount(0);
});

function menu(inspector: Page): Locator {
  return inspector.getByRole('group').filter({ hasText: 'Keep it' });
}

/** @returns the path of the file */
async function download(inspector: Page, format: string): Promise<string> {
  const link = menu(inspector).getByRole('link', { name: format });
  if (!(await link.isVisible())) await inspector.getByText('Keep it').click();
  const downloads = inspector.waitForEvent('download');
  await link.click();
  const file = await downloads;
  const path = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
