import { decodeUnverified } from '@four-roles/protocol/jwt';
import type { Page } from 'playwright/test';
import { inspect } from '../src/appearance.ts';
import { goTo, openConsole } from '../src/developer.ts';
import { runNow } from '../src/nightly.ts';
import { grace } from '../src/people.ts';
import {
  allow,
  continueWithAcorn,
  expectSignedIn,
  signIn,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';
import type { World } from '../src/world.ts';

async function keySet({ accounts }: World): Promise<string[]> {
  const { keys } = await (await fetch(`${accounts}/jwks`)).json();
  return keys.map(({ kid }: { kid: string }) => kid);
}

/** The `kid` of the access token that was issued last. */
function kidOfLastToken({ backChannel }: World): string | undefined {
  const issued = backChannel.exchanges.findLast(
    ({ path, status }) => path === '/token' && status === 200,
  );
  const { access_token } = JSON.parse(issued?.answer ?? '{}');
  return decodeUnverified(access_token ?? '')?.header.kid;
}

/** Nightly does its jobs once more, and none fails. */
async function nightlyWorks(page: Page, world: World): Promise<void> {
  await page.goto(world.worker);
  const run = await runNow(page);
  await expect(run).toContainText('added from the CRM');
  await expect(run.locator('.failed')).toHaveCount(0);
}

const rowOf = (page: Page, text: string) =>
  page.getByRole('row').filter({ hasText: text });

test('the keys are rotated from the console, and nobody who signs in or calls an API notices', async ({
  page,
  browser,
  world,
}) => {
  const [oldKid = ''] = await keySet(world);
  await openConsole(page, world);
  await goTo(page, 'Signing keys');
  await expect(rowOf(page, oldKid)).toContainText('signs');
  await page.getByRole('button', { name: 'Rotate the keys' }).click();
  await expect(page.getByText('A new key is published and signs in')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rotate the keys' })).toHaveCount(0);
  const newKid = (await keySet(world)).find((kid) => kid !== oldKid) ?? '';
  expect(await keySet(world)).toEqual([oldKid, newKid]);

  // Until its time comes, the old one signs.
  await continueWithAcorn(page);
  await allow(page);
  await expectSignedIn(page);
  expect(kidOfLastToken(world)).toBe(oldKid);

  // Its time comes: Ada's token is of the old key, Grace's of the new one.
  world.passTime(300);
  const other = await browser.newContext({ baseURL: world.client });
  await signIn(await other.newPage(), grace);
  await other.close();
  expect(kidOfLastToken(world)).toBe(newKid);
  await page.goto('/inbox');
  await expect(page.getByRole('link', { name: /The mill is delayed/ })).toBeVisible();
  await nightlyWorks(page, world);
  await page.goto(`${world.accounts}/developer/keys`);
  await expect(rowOf(page, oldKid)).toContainText('signs no more');

  // An hour later the last of its tokens has expired.
  world.passTime(3600);
  expect(await keySet(world)).toEqual([newKid]);
  await page.reload();
  await expect(rowOf(page, newKid)).toContainText('signs');
  await expect(rowOf(page, oldKid)).toHaveCount(0);
  await nightlyWorks(page, world);
});

test('a key that leaked is withdrawn once its price was read, and Nightly gets new tokens by itself', async ({
  page,
  world,
}) => {
  await nightlyWorks(page, world);
  const [leaked = ''] = await keySet(world);
  await openConsole(page, world);
  await goTo(page, 'Signing keys');
  await rowOf(page, leaked).getByRole('link', { name: 'Withdraw' }).click();
  await expect(page.getByText('Every client has to get new tokens')).toBeVisible();
  await inspect(page, 'acorn-withdraw-key');
  await page.getByRole('button', { name: 'Withdraw the key' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signing keys');
  await expect(rowOf(page, leaked)).toHaveCount(0);
  expect(await keySet(world)).not.toContain(leaked);

  // What the resource server was told of a token counts for five seconds.
  world.passTime(6);
  await nightlyWorks(page, world);
  expect(kidOfLastToken(world)).not.toBe(leaked);
});

test('what was refused stands in the record with its rule, and the filters find it without a script', async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'briefing',
    redirect_uri: `${world.client}/callback.attacker`,
  });
  await page.goto(`${world.accounts}/authorize?${query}`);
  await openConsole(page, world);
  await goTo(page, 'Security events');
  await expect(page.getByRole('row').nth(1)).toContainText('Signed in');
  await page.getByLabel('Outcome').selectOption('refused');
  await page.getByLabel('Since').selectOption('hour');
  await page.getByLabel('Client ID').fill('briefing');
  await page.getByRole('button', { name: 'Show' }).click();
  const latest = page.getByRole('row').nth(1);
  await expect(latest).toContainText('Request refused');
  await expect(latest).toContainText('Briefing');
  await expect(latest).toContainText('redirect-uri-registered');
  await expect(latest.getByRole('link')).toHaveAttribute(
    'href',
    /^https:\/\/www\.rfc-editor/,
  );
  await expect(latest).toContainText(/trace\s*[0-9a-f]{32}/);
  await expect(rowOf(page, 'Signed in')).toHaveCount(0);
  await expect(page.getByLabel('Client ID')).toHaveValue('briefing');
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Signed in');
  await context.close();
});

test('the record and the keys, looked at', async ({ page, world }) => {
  await signIn(page);
  await page.goto(`${world.accounts}/developer/audit`);
  await inspect(page, 'acorn-security-events');
  await goTo(page, 'Signing keys');
  await page.getByRole('button', { name: 'Rotate the keys' }).click();
  await expect(page.getByText('A new key is published and signs in')).toBeVisible();
  await inspect(page, 'acorn-signing-keys');
});

test('Grace is told what is hers, and nothing of Ada or of the keys', async ({
  page,
  world,
}) => {
  await openConsole(page, world, grace);
  await expect(page.getByRole('link', { name: 'Signing keys' })).toHaveCount(0);
  await page.goto(`${world.accounts}/developer/keys`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is for whoever runs Acorn',
  );
  await inspect(page, 'acorn-operators-only');
  await page.goto(`${world.accounts}/developer/audit?event=signed_in`);
  const people = page.locator('td[data-label="Person"]');
  await expect(people.first()).toHaveText('grace');
  expect(new Set(await people.allTextContents())).toEqual(new Set(['grace']));
});
