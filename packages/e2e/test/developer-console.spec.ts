/**
 * A developer at Acorn's console: the life of a machine client, from the form
 * to its end, and what the machine is answered meanwhile.
 */
import { codeChallengeS256 } from '@four-roles/protocol/pkce';
import { inspect } from '../src/appearance.ts';
import {
  askForToken,
  openApplication,
  openConsole,
  registerMachine,
  shownCredentials,
} from '../src/developer.ts';
import { tabTo } from '../src/keyboard.ts';
import { grace } from '../src/people.ts';
import { expect, test } from '../src/story.ts';

test('Ada registers a machine, sees its secret once, and the machine obtains a token', async ({
  page,
  context,
  world,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openConsole(page, world);
  await inspect(page, 'console-applications');
  const machine = await registerMachine(page);
  await inspect(page, 'console-secret');

  await page.getByRole('button', { name: 'Copy Client secret' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(machine.client_secret);
  expect((await askForToken(world, machine)).status).toBe(200);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The secret was shown',
  );
  expect(await page.content()).not.toContain(machine.client_secret);
  await openApplication(page, machine);
  expect(await page.content()).not.toContain(machine.client_secret);
  expect(page.url()).not.toContain(machine.client_secret);
  expect(world.said().join('\n')).not.toContain(machine.client_secret);
  await inspect(page, 'console-application');
});

test('after a rotation both secrets work, until the old one stops at the time that was said', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  const before = await registerMachine(page);
  await openApplication(page, before);
  await page.getByRole('radio', { name: 'It works for one more hour' }).check();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  const after = { ...before, ...(await shownCredentials(page)) };
  expect(after.client_secret).not.toBe(before.client_secret);
  await openApplication(page, before);
  await expect(page.getByText('Two secrets work')).toContainText(/1 hour|59 minutes/);
  await inspect(page, 'console-two-secrets');

  expect((await askForToken(world, before)).status).toBe(200);
  expect((await askForToken(world, after)).status).toBe(200);
  world.passTime(60 * 60);
  expect((await askForToken(world, before)).status).toBe(401);
  expect((await askForToken(world, after)).status).toBe(200);
  await page.reload();
  await expect(page.getByText('One secret works.')).toBeVisible();
});

test('a machine that is suspended is refused, one that is deleted is gone', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  const machine = await registerMachine(page);
  await openApplication(page, machine);
  await page.getByRole('button', { name: `Suspend ${machine.name}` }).click();
  await expect(page.getByText('suspended', { exact: true })).toBeVisible();
  expect((await askForToken(world, machine)).status).not.toBe(200);
  await inspect(page, 'console-suspended');

  await page.getByRole('button', { name: `Resume ${machine.name}` }).click();
  await expect(page.getByText('active', { exact: true })).toBeVisible();
  expect((await askForToken(world, machine)).status).toBe(200);

  await page.getByRole('link', { name: `Delete ${machine.name}` }).click();
  await expect(page.getByText('This cannot be undone.')).toBeVisible();
  await inspect(page, 'console-delete');
  await page.getByRole('button', { name: `Delete ${machine.name}` }).click();
  await expect(page.getByRole('heading', { name: 'Your applications' })).toBeVisible();
  await expect(page.getByText(machine.name)).toHaveCount(0);
  expect((await askForToken(world, machine)).error).toBe('invalid_client');
});

test('a revoked token: three verdicts side by side, and the time that each of them takes', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  const machine = await registerMachine(page);
  const { token } = await askForToken(world, machine);
  await page.getByRole('link', { name: 'Tokens', exact: true }).click();
  await inspect(page, 'console-tokens');
  await page.getByLabel('Access token').fill(token);
  // What the resource server was told counts for five seconds, however long a page takes.
  const letTimeGoOn = world.holdTime();
  await page.getByRole('button', { name: 'Judge it' }).click();
  const verdict = (judge: RegExp) => page.getByRole('row', { name: judge });
  await expect(page.getByText('accepted')).toHaveCount(5);
  expect(page.url()).not.toContain(token);

  await page.getByRole('button', { name: 'Revoke this token' }).click();
  await expect(verdict(/Introspection, at this server/)).toContainText('refused');
  await expect(verdict(/Its signature, alone/)).toContainText('accepted');
  await expect(verdict(/which asks nobody/)).toContainText('accepted');
  await expect(verdict(/asks about each token/)).toContainText('5 seconds');

  letTimeGoOn();
  world.passTime(6);
  await page.getByRole('button', { name: 'Judge it again' }).click();
  await expect(verdict(/asks about each token/)).toContainText('refused');
  await expect(verdict(/fetches what was revoked/)).toContainText('refused');
  await expect(verdict(/which asks nobody/)).toContainText('accepted');
  await inspect(page, 'console-verdicts');

  world.passTime(600);
  await page.getByRole('button', { name: 'Judge it again' }).click();
  await expect(page.getByRole('cell', { name: 'refused', exact: true })).toHaveCount(5);
});

test('a live token is revoked from the page of its application', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  const machine = await registerMachine(page);
  await askForToken(world, machine);
  await openApplication(page, machine);
  await page.getByRole('button', { name: /^Revoke/ }).click();
  await expect(page.getByText('revoked', { exact: true })).toBeVisible();
  await inspect(page, 'console-live-tokens');
});

test('a form that is wrong says what, beside each field, and forgets nothing; all of it by keyboard', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  const name = page.getByLabel('Name', { exact: true });
  const homePage = page.getByLabel('Home page');
  await tabTo(page, page.getByRole('link', { name: 'Register an application' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: /Server-to-server/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, name);
  await page.keyboard.type('Acorn Security');
  await tabTo(page, homePage);
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');

  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('3 things have to be corrected');
  await expect(name).toHaveValue('Acorn Security');
  await expect(name).toHaveAccessibleDescription(/no part of a client_name/);
  await expect(homePage).toHaveValue('javascript:alert(1)');
  await inspect(page, 'console-refused');

  await tabTo(page, summary.getByRole('link', { name: /client_name/ }));
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Gnomon');
  await tabTo(page, homePage);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('https://gnomon.example');
  await tabTo(page, page.getByRole('checkbox', { name: /Read the contacts/ }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is shown this one time')).toBeVisible();
});

test('an initial access token is made, shown once, and removed', async ({
  page,
  world,
}) => {
  await openConsole(page, world, grace);
  await expect(page.getByText('You have registered no application yet.')).toBeVisible();
  await inspect(page, 'console-no-applications');
  await page.getByRole('link', { name: 'Initial access tokens' }).click();
  await page.getByRole('checkbox', { name: /Read the contacts/ }).check();
  await inspect(page, 'console-initial-access-tokens');
  await page.getByRole('button', { name: 'Make an initial access token' }).click();
  const token = await page.getByLabel('Initial access token').inputValue();
  await inspect(page, 'console-initial-access-token');
  await page.getByRole('link', { name: 'I have put it away' }).click();
  await expect(page.getByRole('cell', { name: 'contacts.read' })).toBeVisible();
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText('You have none.')).toBeVisible();
});

test('what Ada registered is not there for Grace', async ({ page, browser, world }) => {
  await openConsole(page, world);
  const machine = await registerMachine(page);
  const other = await browser.newPage();
  await openConsole(other, world, grace);
  const path = `${world.accounts}/developer/applications/${machine.client_id}`;
  expect((await other.goto(path))?.status()).toBe(404);
  await expect(other.getByText(machine.name)).toHaveCount(0);
  await other.close();
});

test('the forms for each type of application', async ({ page, world }) => {
  await openConsole(page, world);
  await page.getByRole('link', { name: 'Register an application' }).click();
  await inspect(page, 'console-type');
  for (const type of ['web', 'native']) {
    await page.goto(`${world.accounts}/developer/applications/new?type=${type}`);
    await expect(page.getByLabel('Redirect URIs')).toBeVisible();
    await inspect(page, `console-new-${type}`);
  }
});

test('people see the name and the host of an application that was registered; suspended, it gets nobody', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  await page.goto(`${world.accounts}/developer/applications/new?type=native`);
  await page
    .getByLabel('Name', { exact: true })
    .fill('Astrolabe & Söhne, Sternwartenbedarf');
  await page.getByLabel('Home page').fill('https://astrolabe.example/?from=acorn');
  await page.getByLabel('Redirect URIs').fill('com.example.astrolabe:/callback');
  await page.getByRole('checkbox', { name: /Know that it is you/ }).check();
  await page.getByRole('checkbox', { name: /See your name/ }).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('nothing: it is public')).toBeVisible();
  const home = page.url();

  const question = new URLSearchParams({
    response_type: 'code',
    client_id: home.split('/').at(-1) ?? '',
    scope: 'openid profile',
    code_challenge: codeChallengeS256('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'),
    code_challenge_method: 'S256',
  });
  await page.goto(`${world.accounts}/authorize?${question}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Astrolabe & Söhne',
  );
  await expect(page.getByRole('link', { name: 'astrolabe.example' })).toBeVisible();
  await inspect(page, 'acorn-consent-registered');

  await page.goto(home);
  await page.getByRole('button', { name: /^Suspend/ }).click();
  await page.goto(`${world.accounts}/authorize?${question}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This app is suspended',
  );
  await inspect(page, 'acorn-suspended');

  await page.goto(`${home}/delete`);
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('heading', { name: 'Your applications' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything works but the copy button, which is not there', async ({
    page,
    world,
  }) => {
    await openConsole(page, world);
    const before = await registerMachine(page);
    await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0);
    expect((await askForToken(world, before)).status).toBe(200);
    await openApplication(page, before);
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Description').fill('Tells the time.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Tells the time.')).toBeVisible();
    await page.getByRole('radio', { name: 'It stops at once' }).check();
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    const after = { ...before, ...(await shownCredentials(page)) };
    expect((await askForToken(world, before)).status).toBe(401);
    const { token } = await askForToken(world, after);
    await page.getByRole('link', { name: 'Tokens', exact: true }).click();
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Judge it' }).click();
    await page.getByRole('button', { name: 'Revoke this token' }).click();
    await expect(page.getByText('token-not-revoked').first()).toBeVisible();
    await openApplication(page, before);
    await page.getByRole('link', { name: /^Delete/ }).click();
    await page.getByRole('button', { name: /^Delete/ }).click();
    await expect(page.getByText(before.name)).toHaveCount(0);
  });
});
