import { runNow } from '../src/nightly.ts';
import { expect, test } from '../src/story.ts';
import { tokenRequests } from '../src/wire.ts';

test('Nightly does its three jobs with nobody signed in, and few tokens serve many calls', async ({
  page,
  world,
}) => {
  await expect
    .poll(async () => (await (await fetch(`${world.worker}/runs`)).json()).runs.length)
    .toBeGreaterThan(0);
  const { runs } = await (await fetch(`${world.worker}/runs`)).json();
  const first = runs.at(-1);
  expect(first.jobs).toMatchObject([
    { name: 'copy-contacts', ok: true },
    { name: 'settle-payments', ok: true },
    { name: 'call-gateway', ok: true },
  ]);
  expect(first.tokens_requested).toBeGreaterThan(0);
  expect(first.tokens_requested).toBeLessThan(first.calls_served);

  await page.goto(world.worker);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No person is signed in here',
  );
  await expect(page.getByRole('row')).toHaveCount(runs.length + 1);
  await expect(page.getByText('Registered at Acorn')).toBeVisible();
  await expect(page.getByText(world.credentialsOf('nightly').client_id)).toBeVisible();
});

test('"Run now" runs the jobs again, with the tokens that are still good', async ({
  page,
  world,
}) => {
  await page.goto(world.worker);
  await runNow(page);
  world.backChannel.exchanges.length = 0;
  await expect(await runNow(page)).toContainText('0 added from the CRM');
  await expect(page.locator('.failed')).toHaveCount(0);
  expect(tokenRequests(world, 'client_credentials')).toEqual([]);

  // Ten minutes later the tokens have expired, and new ones are asked for.
  world.passTime(601);
  await runNow(page);
  await expect(page.locator('.failed')).toHaveCount(0);
  expect(tokenRequests(world, 'client_credentials').length).toBeGreaterThan(0);
});

test('a page of somebody else cannot make Nightly run', async ({ page, world }) => {
  await page.route('https://attacker.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${world.worker}/runs"><button>Go</button></form>`,
    }),
  );
  await page.goto('https://attacker.example/');
  const answer = page.waitForResponse(`${world.worker}/runs`);
  await page.getByRole('button').click();
  expect((await answer).status()).toBe(403);
});
