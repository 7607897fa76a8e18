/**
 * What an attacker does, and what stops it, with a real browser in the middle.
 */
import { grace } from '../src/people.ts';
import {
  agreeAndHold,
  allow,
  expectSignedIn,
  expectSignedOut,
  reachConsent,
  signIn,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';
import {
  isActive,
  lastTokenRequest,
  lastTokens,
  replay,
  tokenRequests,
} from '../src/wire.ts';

test('a code that is redeemed twice is refused, and what it gave is revoked (RFC 6749, section 4.1.2)', async ({
  page,
  world,
}) => {
  await signIn(page);
  const { access_token, refresh_token } = lastTokens(world, 'authorization_code');
  expect(await isActive(world, access_token)).toBe(true);

  const again = await replay(world, lastTokenRequest(world, 'authorization_code'));
  expect(again.status).toBe(400);
  expect(again.body).toMatchObject({ error: 'invalid_grant' });
  expect(await isActive(world, access_token)).toBe(false);
  expect(await isActive(world, refresh_token)).toBe(false);

  // The resource server asks about a token every five seconds.
  world.passTime(6);
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn ended this connection',
  );
});

test('a code sent again without its verifier is refused, and revokes nothing (OAuth 2.1, section 7.5.2)', async ({
  page,
  world,
}) => {
  await signIn(page);
  const { access_token } = lastTokens(world, 'authorization_code');
  const sent = lastTokenRequest(world, 'authorization_code');
  const form = new URLSearchParams(sent.body);
  form.set('code_verifier', 'guessed-guessed-guessed-guessed-guessed-guessed');
  const again = await replay(world, { ...sent, body: form.toString() });
  expect(again.body).toMatchObject({ error: 'invalid_grant' });
  expect(await isActive(world, access_token)).toBe(true);
});

test('an answer with a tampered state signs nobody in', async ({ page, world }) => {
  await reachConsent(page);
  const callback = await agreeAndHold(page, world);
  const state = callback.searchParams.get('state') ?? '';
  callback.searchParams.set(
    'state',
    `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`,
  );
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This sign-in was not begun here',
  );
  await expect(page.getByText('state-known')).toBeVisible();
  expect(tokenRequests(world, 'authorization_code')).toEqual([]);
  await expectSignedOut(page);
});

test('an answer that names another server gets no code from Briefing (RFC 9207, section 2.4)', async ({
  page,
  world,
}) => {
  await reachConsent(page);
  const callback = await agreeAndHold(page, world);
  callback.searchParams.set('iss', 'https://accounts.attacker.example');
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The answer did not come from Acorn',
  );
  expect(tokenRequests(world, 'authorization_code')).toEqual([]);
  await expectSignedOut(page);
});

test("an answer from another browser's sign-in is refused: nobody is signed in as the attacker", async ({
  page,
  browser,
  world,
}) => {
  const attacker = await (await browser.newContext()).newPage();
  await reachConsent(attacker, grace);
  const callback = await agreeAndHold(attacker, world);
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This sign-in belongs to another browser',
  );
  expect(tokenRequests(world, 'authorization_code')).toEqual([]);
  await expectSignedOut(page);

  // It was not used up: the browser that began it finishes it.
  await attacker.goto(callback.href);
  await expectSignedIn(attacker, grace);
  await attacker.context().close();
});

test("a code from somebody else's sign-in, put into one's own, is refused (RFC 7636, section 4.6)", async ({
  page,
  browser,
  world,
}) => {
  const victim = await (await browser.newContext()).newPage();
  await reachConsent(victim, grace);
  const stolen = await agreeAndHold(victim, world);

  await reachConsent(page);
  const own = await agreeAndHold(page, world);
  own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
  await page.goto(own.href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn would not hand out a token',
  );
  await expect(page.getByText('invalid_grant')).toBeVisible();
  await expectSignedOut(page);
  await victim.context().close();
});

test('a redirect URI that is not registered gets a page, and no redirect (RFC 6749, section 4.1.2.1)', async ({
  page,
  world,
}) => {
  const request = page.waitForRequest(`${world.accounts}/authorize?**`);
  await page.goto('/login');
  const address = new URL((await request).url());
  address.searchParams.set('redirect_uri', `${world.client}/callback.attacker`);
  const left: string[] = [];
  page.on('framenavigated', (frame) => left.push(frame.url()));

  const response = await page.goto(address.href);
  expect(response?.status()).toBe(400);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn refused this request',
  );
  await expect(page.getByText(`${world.client}/callback`, { exact: true })).toBeVisible();
  await expect(page.locator('mark').filter({ hasText: /./ })).toHaveText(['.attacker']);
  expect(left).toEqual([address.href]);
});

test('a login form on a page of somebody else signs nobody in', async ({
  page,
  world,
}) => {
  await page.route('https://attacker.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${world.accounts}/login">
        <input name="username" value="grace"><input name="password" value="compiler-1952">
        <button>Win a prize</button></form>`,
    }),
  );
  await page.goto('https://attacker.example/');
  await page.getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn refused this request',
  );
  await page.goto(`${world.accounts}/account`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('no page of Acorn or Briefing can be framed', async ({ page, world }) => {
  await page.route('http://localhost/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: [`${world.accounts}/account`, `${world.client}/`]
        .map((address) => `<iframe src="${address}"></iframe>`)
        .join(''),
    }),
  );
  await page.goto('http://localhost/');
  for (const frame of page.frames().slice(1)) {
    await expect.poll(() => frame.url()).toMatch(/^chrome-error:/);
    await expect(frame.getByRole('heading')).toHaveCount(0);
  }
  expect(page.frames()).toHaveLength(3);
});

test('a link that would lead out of Briefing after the sign-in is refused', async ({
  page,
}) => {
  await page.goto('/login?return_to=https://attacker.example/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This link asks for something Briefing does not do',
  );
});

test('a form of another site cannot sign Ada out', async ({ page, world }) => {
  await reachConsent(page);
  await allow(page);
  await expectSignedIn(page);
  await page.route('https://attacker.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${world.client}/logout"><button>Go</button></form>`,
    }),
  );
  await page.goto('https://attacker.example/');
  await page.getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'That did not come from a page of Briefing',
  );
  await page.goto('/');
  await expectSignedIn(page);
});

test('an address that is percent-encoded wrongly is refused with a sentence', async ({
  world,
}) => {
  for (const path of ['/inbox/%', '/inbox/%E0%A4%A', '/problem/%E0%A4%A', '/%ff']) {
    const response = await fetch(world.client + path);
    expect(response.status, path).toBe(400);
    expect(response.headers.get('Content-Security-Policy')).toContain("'none'");
    expect(await response.text()).toContain('percent-encoded');
  }
});
