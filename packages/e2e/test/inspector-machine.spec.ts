/**
 * The life of a machine client, as it is seen at the inspector: registered by
 * itself and by a person, refused, and with keys that are rotated.
 */
import type { Page } from 'playwright/test';
import { inspect } from '../src/appearance.ts';
import {
  askForToken,
  goTo,
  openApplication,
  openConsole,
  registerMachine,
} from '../src/developer.ts';
import {
  askWhy,
  expectHeld,
  flow,
  holdEach,
  openDiagram,
  opened,
  sendOn,
} from '../src/instructor.ts';
import { askByAssertion, registerItself } from '../src/signing-machine.ts';
import { expect, runWorker, test } from '../src/watched-world.ts';
import { openMessage, parameter } from '../src/watcher.ts';

/** The flow with this name has a message with this text in it. */
async function expectFlowOf(inspector: Page, text: string, name: string): Promise<void> {
  await inspector.getByRole('searchbox', { name: 'Search in the messages' }).fill(text);
  await expect(flow(inspector, name)).toBeVisible();
}

test('Nightly registers itself: a flow of its own, and its credentials are covered', async ({
  page,
  world,
}) => {
  test.slow(true, 'every role is started anew');
  const inspector = await openDiagram(page, world);
  await world.reset();
  await expectFlowOf(inspector, 'client registration', 'Nightly registers itself');
  const message = await openMessage(inspector, 'client registration request');
  await expect(parameter(message, 'client_name')).toContainText('Nightly');
  const credentials = parameter(message, 'Authorization');
  await expect(credentials).toContainText('MASKED-initial_access_token-1');
  await credentials.getByText('What a program needs to register itself').click();
  await expect(
    credentials.getByRole('link', { name: 'RFC 7591, section 3' }),
  ).toBeVisible();
  await message.getByRole('tab', { name: 'Answer' }).click();
  await expect(parameter(message, 'client_secret')).toContainText(
    'MASKED-client_secret-1',
  );
  await expect(parameter(message, 'registration_access_token')).toContainText('MASKED-');
  const { exchanges, flows } = await world.recording();
  const registration = flows.find(({ name }) => name === 'Nightly registers itself');
  const own = exchanges.filter((exchange) => exchange.flow === registration?.id);
  expect(own.at(-1)?.request.target).toBe('/register');
  expect(flows.map(({ name }) => name)).toContain("Nightly's run");
});

test('Ada registers an application: her form can be held, and its secret is covered until somebody asks', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);
  await holdEach(inspector, 'registration of an application, by a person');
  await openConsole(page, world);
  const registered = registerMachine(page);
  await expectHeld(inspector, 'registration of an application');
  await sendOn(inspector);
  const machine = await registered;

  await expectFlowOf(inspector, 'shown this once', 'Ada registers an application');
  const message = await openMessage(inspector, 'client secret, shown this once');
  await message.getByText('The page as text').click();
  const text = message.getByLabel('The page as text');
  await expect(text).toContainText('MASKED-client_secret-1');
  expect(await inspector.content()).not.toContain(machine.client_secret);
  await message.getByRole('tab', { name: 'Request' }).click();
  await expect(parameter(message, 'acorn_shown_once')).toContainText('MASKED-');
  await inspector.getByRole('button', { name: 'Show secrets' }).click();
  await message.getByRole('tab', { name: 'Answer' }).click();
  await expect(message.getByLabel('The page as text')).toContainText(
    machine.client_secret,
  );
});

test('a machine that is suspended is refused, and the inspector says by which rule', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  const machine = await registerMachine(page);
  await openApplication(page, machine);
  await page.getByRole('button', { name: `Suspend ${machine.name}` }).click();
  await expect(page.getByText('suspended', { exact: true })).toBeVisible();
  expect((await askForToken(world, machine)).status).toBe(401);

  const inspector = await openDiagram(page, world);
  await expectFlowOf(inspector, 'suspension', 'Ada suspends an application');
  await openMessage(inspector, 'error response: invalid_client');
  const why = await askWhy(inspector);
  await expect(why).toContainText('client-not-suspended');
  await expect(why).toContainText('Ask whoever registered the client to resume it');
});

test('a client that signs who it is: its assertion is taken apart, and verified with the key that it registered', async ({
  page,
  world,
}) => {
  await openConsole(page, world);
  await goTo(page, 'Initial access tokens');
  await page.getByRole('checkbox', { name: /Read the contacts/ }).check();
  await page.getByRole('button', { name: 'Make an initial access token' }).click();
  const token = await page.getByLabel('Initial access token').inputValue();
  const machine = await registerItself(world.accounts, token);
  expect((await askByAssertion(world.accounts, machine)).status).toBe(200);

  const inspector = await openDiagram(page, world);
  await expectFlowOf(inspector, 'shown this once', 'Ada makes an initial access token');
  const message = await openMessage(inspector, 'access token request (client credenti');
  const assertion = message.getByRole('group').filter({ hasText: 'client_assertion, a' });
  await expect(assertion).toContainText('✓ The signature is valid');
  await expect(assertion).toContainText('the key that the client registered in message');
  await expect(parameter(assertion, 'iss')).toContainText('the client itself');
  await assertion.getByText('The name of this one assertion.').click();
  await expect(assertion).toContainText('Replay');
  await assertion.getByRole('link', { name: /^message \d/ }).click();
  await expect(opened(inspector).getByRole('heading', { level: 2 })).toContainText(
    /client (registration request|information response)/,
  );
});

test('the signing keys are rotated: the key set says which is new, and which one signs', async ({
  page,
  world,
}) => {
  test.slow(true, 'every role is started anew');
  await world.press('clock', { advance: 601 });
  await runWorker(world);
  await openConsole(page, world);
  await goTo(page, 'Signing keys');
  await page.getByRole('button', { name: 'Rotate the keys' }).click();
  await expect(page.getByText('A new key is published and signs in')).toBeVisible();
  await world.press('clock', { advance: 601 });
  await runWorker(world);

  const inspector = await openDiagram(page, world);
  await expectFlowOf(inspector, 'rotate the', 'Ada rotates the signing keys');
  const message = await openMessage(inspector, 'key set of 2 keys');
  const keys = message.getByRole('region', { name: 'Which key signs?' });
  await expect(keys.getByRole('listitem')).toHaveCount(2);
  await expect(keys.getByRole('listitem').first()).toContainText('it signed');
  await expect(keys.getByRole('listitem').last()).toContainText(/new, it signs/);
  await inspect(inspector, 'inspector-key-set');
  await world.reset();
});
