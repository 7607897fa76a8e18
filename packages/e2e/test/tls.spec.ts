/**
 * What is so over https alone: plain HTTP is refused, certificates are verified,
 * cookies are bound to this host.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Response } from 'playwright/test';
import { strangersTls, tls } from '../src/certificates.ts';
import { agreeAndHold, reachConsent, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';
import { tokenRequests } from '../src/wire.ts';

test('plain HTTP is refused by every role, with a sentence that says where to go', async ({
  page,
  world,
}) => {
  for (const origin of [world.client, world.apis, world.worker]) {
    const response = await page.goto(`${origin.replace('https:', 'http:')}/`);
    expect(response?.status(), origin).toBe(400);
    await expect(page.locator('body')).toHaveText(
      `Plain HTTP is refused here: this port speaks HTTPS. Open ${origin}/`,
    );
  }
});

test('who was not told of the authority does not talk to us', async ({ world }) => {
  const script = 'fetch(process.argv[1]).catch(({ cause }) => console.log(cause.code))';
  for (const origin of [world.client, world.accounts, world.apis, world.worker]) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-e', script, `${origin}/health`],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: '' } },
    );
    expect(stdout, origin).toMatch(
      /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)\n$/,
    );
    expect((await fetch(`${origin}/health`)).status, origin).toBe(200);
  }
});

test('the browser is told that cookies are for this host and for https, and keeps localhost free of a policy', async ({
  page,
}) => {
  const answers: ReturnType<Response['headersArray']>[] = [];
  page.on('response', (response) => answers.push(response.headersArray()));
  await signIn(page);
  const headers = (await Promise.all(answers)).flat();
  const valuesOf = (wanted: RegExp) =>
    headers.filter(({ name }) => wanted.test(name)).map(({ value }) => value);
  const set = valuesOf(/^set-cookie$/i);
  const kept = set.filter((cookie) => !/Max-Age=0\b/i.test(cookie));
  const names = new Set(kept.map((cookie) => cookie.split('=')[0]));
  expect([...names].sort()).toEqual([
    '__Host-acorn_session',
    '__Host-briefing_browser',
    '__Host-briefing_session',
  ]);
  for (const cookie of set) {
    expect(cookie).toMatch(/; Secure(;|$)/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie).not.toMatch(/Domain=/i);
  }
  // RFC 6797 knows no ports: it would bind every other program at localhost too.
  expect(valuesOf(/^strict-transport-security$/i)).toEqual([]);
});

test("somebody at Acorn's address with a certificate of their own gets neither code nor secret", async ({
  page,
  world,
}) => {
  await reachConsent(page);
  const callback = await agreeAndHold(page, world);
  world.backChannel.present(await strangersTls());
  try {
    await page.goto(callback.href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Acorn accounts is not answering',
    );
  } finally {
    world.backChannel.present(tls);
  }
  expect(tokenRequests(world, 'authorization_code')).toEqual([]);
});
