import { codeChallengeS256 } from '@four-roles/protocol/pkce';
import type { BrowserContext } from 'playwright/test';
import { ada } from '../src/people.ts';
import {
  allow,
  continueWithAcorn,
  expectSignedIn,
  typePassword,
} from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';
import { lastTokenRequest, lastTokens } from '../src/wire.ts';
import type { World } from '../src/world.ts';

type Seen = { where: string; text: string };

/** Everything that a browser sends, and everything that Briefing sends to it. */
function watch(context: BrowserContext, { client }: World) {
  const seen: Seen[] = [];
  const passwords: string[] = [];
  const bodies: Promise<void>[] = [];
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const sent = [request.url(), request.postData(), request.headers().referer].join(
      '\n',
    );
    seen.push({ where: `request to ${origin}${pathname}`, text: sent });
    if (sent.includes(ada.password)) {
      passwords.push(`${request.method()} ${origin}${pathname}`);
    }
  });
  context.on('response', (response) => {
    const where = `answer of ${response.url()}`;
    seen.push({ where, text: JSON.stringify(response.headers()) });
    if (!response.url().startsWith(client) || response.status() === 303) return;
    const keep = (text: string) => void seen.push({ where, text });
    bodies.push(response.text().then(keep, () => {}));
  });
  return { seen, passwords, bodies };
}

test('the browser never holds a token, a secret or a verifier, and Briefing never a password', async ({
  page,
  context,
  world,
}) => {
  const { seen, passwords, bodies } = watch(context, world);

  // 1. A whole visit: sign in, read, look at what Briefing holds, allow more, renew, sign out.
  await continueWithAcorn(page);
  await typePassword(page);
  await allow(page);
  await expectSignedIn(page);
  const first = lastTokens(world, 'authorization_code');
  const verifier = verifierSent(world);
  await page.goto('/inbox');
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
  // A browser forgets the body of a page that another one took the place of.
  await Promise.all(bodies);
  await page.goto('/held');
  await expect(page.getByRole('heading', { name: 'Access token' })).toBeVisible();
  world.passTime(10 * 60);
  await page.goto('/compose');
  await page.getByRole('link', { name: 'Ask Acorn' }).click();
  await allow(page);
  await expect(page.getByLabel('Subject')).toBeVisible();
  const second = lastTokens(world, 'authorization_code');
  await page.goto('/held');
  const storage = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(storage).toBe('[{},{},""]');
  seen.push({ where: 'storage', text: JSON.stringify(await context.storageState()) });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out of Briefing')).toBeVisible();
  await Promise.all(bodies);

  // 2. The password went to one address.
  expect(new Set(passwords)).toEqual(new Set([`POST ${world.accounts}/login`]));

  // 3. No secret was anywhere; a part of a token that can be used is its signature.
  const nightly = world.credentialsOf('nightly');
  const secrets = {
    'access token': signatureOf(first.access_token),
    'ID token': signatureOf(first.id_token),
    'refresh token': first.refresh_token,
    'code verifier': verifier,
    'second access token': signatureOf(second.access_token),
    'second refresh token': second.refresh_token,
    'second code verifier': verifierSent(world),
    'client secret of Briefing': world.credentialsOf('briefing').client_secret,
    'client secret of Nightly': nightly.client_secret,
    'registration access token of Nightly': nightly.registration_access_token ?? '',
  };
  const found = Object.entries(secrets).flatMap(([name, secret]) => {
    expect(secret.length, name).toBeGreaterThan(40);
    return seen
      .filter(({ text }) => text.includes(secret))
      .map(({ where }) => `${name} in the ${where}`);
  });
  expect(found).toEqual([]);

  // 4. The watch was awake: it saw what may be seen.
  const challenge = codeChallengeS256(verifier);
  expect(seen.some(({ text }) => text.includes(challenge))).toBe(true);
  expect(seen.some(({ text }) => text.includes('The mill is delayed'))).toBe(true);
});

test('the cookies of Briefing and Acorn are out of reach for scripts, and say whose they are', async ({
  page,
  context,
  scheme,
}) => {
  await continueWithAcorn(page);
  await typePassword(page);
  await allow(page);
  await expectSignedIn(page);
  const cookies = await context.cookies();
  const secure = scheme === 'https';
  const prefix = secure ? '__Host-' : '';
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    `${prefix}acorn_session`,
    `${prefix}briefing_browser`,
    `${prefix}briefing_session`,
  ]);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure });
  }
});

function verifierSent(world: World): string {
  const { body } = lastTokenRequest(world, 'authorization_code');
  return new URLSearchParams(body).get('code_verifier') ?? '';
}

function signatureOf(token: string): string {
  return token.split('.')[2] ?? '';
}
