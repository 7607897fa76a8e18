import { writeFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { createWatchedWorld, runWorker } from '../src/watched-world.ts';
import { askForToken, openApplication, openConsole, registerMachine, shownCredentials, goTo } from '../src/developer.ts';
import { signClientAssertion, clientAssertionType } from '@four-roles/protocol/client-assertion';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';

test('scratch', async ({ page }) => {
  test.setTimeout(300_000);
  const world = await createWatchedWorld();
  try {
    await openConsole(page, world as never);
    const machine = await registerMachine(page);
    await page.getByRole('link', { name: 'I have put it away' }).click();
    await page.getByRole('radio', { name: 'It works for one more hour' }).check();
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    const after = { ...machine, ...(await shownCredentials(page)) };
    const { token } = await askForToken(world as never, after);
    await page.getByRole('link', { name: 'Tokens', exact: true }).click();
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Judge it' }).click();
    await page.getByRole('button', { name: 'Revoke this token' }).click();
    await expect(page.getByText('token-not-revoked').first()).toBeVisible();
    await page.getByRole('link', { name: 'Registration tokens' }).click();
    await page.getByRole('checkbox', { name: /Read the contacts/ }).check();
    await page.getByRole('button', { name: 'Make a registration token' }).click();
    const iat = await page.getByLabel('Initial access token').inputValue();
    const key = loadSigningKey(await generatePrivateJwk());
    const json = async (method: string, url: string, bearer: string, body?: object) => {
      const r = await fetch(url, { method, headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', 'User-Agent': 'Sundial/1' }, ...(body && { body: JSON.stringify(body) }) });
      return { status: r.status, body: r.status === 204 ? {} : await r.json() };
    };
    const meta = { client_name: 'Signer', client_uri: 'https://signer.example/', grant_types: ['client_credentials'], scope: 'contacts.read', token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key.publicJwk] } };
    const reg = await json('POST', `${world.accounts}/register`, iat, meta);
    console.log(reg.status, JSON.stringify(reg.body));
    await json('GET', reg.body.registration_client_uri, reg.body.registration_access_token);
    const upd = await json('PUT', reg.body.registration_client_uri, reg.body.registration_access_token, { ...meta, client_id: reg.body.client_id, description: 'x' });
    console.log(upd.status, JSON.stringify(upd.body));
    const clock = { now: () => Date.now() };
    const assertion = signClientAssertion(reg.body.client_id, world.accounts, key, clock as never);
    const t = await fetch(`${world.accounts}/token`, { method: 'POST', headers: { 'User-Agent': 'Sundial/1' }, body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'contacts.read', client_assertion_type: clientAssertionType, client_assertion: assertion }) });
    console.log(t.status, await t.text());
    await json('POST', `${world.accounts}/register`, iat, meta);
    await json('DELETE', reg.body.registration_client_uri, reg.body.registration_access_token);
    await goTo(page, 'Signing keys');
    await page.getByRole('button', { name: 'Rotate the keys' }).click();
    await page.goto(`${world.accounts}/jwks`);
    await page.goto(`${world.accounts}/developer`);
    await openApplication(page, machine);
    await page.getByRole('button', { name: `Suspend ${machine.name}` }).click();
    await askForToken(world as never, after);
    await goTo(page, 'Security events');
    await world.press('clock', { forwardBy: 600 }).catch((e) => console.log(String(e)));
    await runWorker(world);
    const rec = await world.recording();
    writeFileSync('/tmp/w/rec.json', JSON.stringify(rec));
  } finally { await world.close(); }
});
