/**
 * The whole life of two machines, kept in every format: what they prove
 * themselves with leaves only on purpose.
 */
import { generatePrivateJwk } from '@four-roles/protocol/signing-key';
import { type Secrets, secretsIn } from '../src/carried-secrets.ts';
import {
  askForToken,
  goTo,
  openConsole,
  registerMachine,
  shownCredentials,
} from '../src/developer.ts';
import { askByAssertion, manageItself, registerItself } from '../src/signing-machine.ts';
import { expect, test } from '../src/watched-world.ts';

const signatureOf = (token: string) => token.split('.')[2] ?? '';

test('registered by hand and by itself, rotated, judged and signed for: no secret of it is in a file', async ({
  page,
  world,
}) => {
  // 1. A machine that Ada registers, with two secrets, and a token that is judged.
  await openConsole(page, world);
  const before = await registerMachine(page);
  await page.getByRole('link', { name: 'I have put it away' }).click();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  const after = { ...before, ...(await shownCredentials(page)) };
  const { token } = await askForToken(world, after);
  await goTo(page, 'Tokens');
  await page.getByLabel('Access token').fill(token);
  await page.getByRole('button', { name: 'Judge it' }).click();
  await expect(page.getByText('accepted')).toHaveCount(5);

  // 2. One that registers itself and signs; by mistake it once sends a private key.
  await goTo(page, 'Initial access tokens');
  await page.getByRole('checkbox', { name: /Read the contacts/ }).check();
  await page.getByRole('button', { name: 'Make an initial access token' }).click();
  const initialAccessToken = await page.getByLabel('Initial access token').inputValue();
  const machine = await registerItself(world.accounts, initialAccessToken);
  const signed = await askByAssertion(world.accounts, machine);
  const sentByMistake = await generatePrivateJwk();
  await manageItself(machine, { jwks: { keys: [sentByMistake] } });

  const secrets: Secrets = new Map([
    [before.client_secret, 'client secret that nobody has used'],
    [after.client_secret, 'client secret'],
    [signatureOf(token), 'access token that was pasted'],
    [initialAccessToken, 'initial access token'],
    [machine.registration_access_token, 'registration access token'],
    [signatureOf(signed.client_assertion), 'client assertion'],
    [signatureOf(signed.access_token), 'access token of who signs'],
    [sentByMistake.d ?? '', 'private key'],
  ]);
  for (const { request, response } of (await world.recording()).exchanges) {
    for (const [name, value] of [...request.headers, ...(response?.headers ?? [])]) {
      const shown = /cookie$/i.test(name) && /acorn_shown_once=([^;]+)/.exec(value)?.[1];
      if (shown) secrets.set(shown, 'cookie of what is shown once');
    }
  }
  const names = new Set(secrets.values());
  expect(names.size).toBe(9);
  for (const secret of secrets.keys()) expect(secret.length).toBeGreaterThan(40);

  // 3. In no file, unless somebody asked for them: then all of them are.
  const kept = async (format: string, query = '') =>
    (await fetch(`${world.inspector}/api/export/${format}${query}`)).text();
  for (const format of ['page', 'har', 'markdown', 'mermaid']) {
    expect(secretsIn(await kept(format), secrets), format).toEqual([]);
  }
  for (const format of ['page', 'har', 'markdown']) {
    const found = new Set(secretsIn(await kept(format, '?secrets=shown'), secrets));
    expect(found, format).toEqual(names);
  }
  expect(await kept('mermaid')).toContain('client_assertion');
});
