/**
 * What is drawn while it passes: nothing late, nothing missing, nothing twice.
 */
import {
  expectArrow,
  flow,
  message,
  opened,
  readTable,
  showTable,
} from '../src/instructor.ts';
import {
  allow,
  continueWithAcorn,
  expectSignedIn,
  reachConsent,
  typePassword,
} from '../src/resource-owner.ts';
import { isLookUp, signInMessages } from '../src/sign-in-messages.ts';
import { everythingAnswered, expect, messagesIn, test } from '../src/watched-world.ts';
import { watch } from '../src/watcher.ts';
import { createWeakLine } from '../src/weak-line.ts';

test('a sign-in is drawn while it happens: each message in its order, its lane and its flow', async ({
  page,
  world,
}) => {
  const inspector = await watch(page, world);
  await expect(
    inspector.getByRole('heading', { name: 'Watch OAuth happen' }),
  ).toBeVisible();

  // 1. The first message of a browser takes the place of the start page.
  await page.goto('/');
  await expect(flow(inspector, 'Somebody visits Briefing')).toBeVisible();

  // 2. The person has not typed anything yet.
  await continueWithAcorn(page);
  await expect(
    message(inspector, /: authorization request, .* GET \/authorize/),
  ).toBeVisible();
  await expect(message(inspector, /: login page, /)).toBeVisible();
  await expect(flow(inspector, 'A sign-in')).toBeVisible();
  await expect(message(inspector, /username and password/)).toBeHidden();

  // 3. With the password the flow has a name; nobody has agreed yet.
  await typePassword(page);
  await expect(message(inspector, /: consent page, /)).toBeVisible();
  await expect(flow(inspector, "Ada's sign-in")).toBeVisible();
  await expect(message(inspector, /answer to the consent page/)).toBeHidden();

  // 4. The page on which it ends.
  await allow(page);
  await expectSignedIn(page);
  await expect(message(inspector, /protected resource response/)).toBeVisible();
  await expectArrow(
    message(inspector, /: userinfo response, /),
    'Acorn APIs',
    'Briefing',
  );
  await expectArrow(
    message(inspector, /: signed in at the client, /),
    'Briefing',
    'Browser',
  );
  await showTable(inspector);
  await expect
    .poll(async () => {
      const drawn = (await readTable(inspector)).filter(
        ({ flow, name }) => flow === "Ada's sign-in" && !isLookUp(name),
      );
      return drawn.map(({ from, to, name }) => [from, to, name]);
    })
    .toEqual(signInMessages);
});

test('a page that was reloaded, or lost its connection, catches up: nothing is missing, nothing is there twice', async ({
  page,
  browser,
  world,
}) => {
  const line = await createWeakLine();
  const elsewhere = await browser.newContext({ proxy: { server: line.address } });
  const inspector = await elsewhere.newPage();
  await inspector.goto(world.inspector);
  const [lost, missed] = [/connection is lost/, /^\d+ new messages/];

  // 1. Half of a sign-in is seen, the other half passes while nobody hears it.
  await reachConsent(page);
  await expect(message(inspector, /: consent page, /)).toBeVisible();
  line.cut();
  await expect(inspector.getByText(lost)).toBeVisible();
  await allow(page);
  await expectSignedIn(page);
  await everythingAnswered(world);
  await expect(message(inspector, /answer to the consent page/)).toBeHidden();

  // 2. It is told what it missed, and only that.
  line.mend();
  await expect(message(inspector, /: signed in at the client, /)).toBeVisible();
  await expect(inspector.getByText(lost)).toBeHidden();
  await expect(inspector.getByText(missed)).toBeHidden();
  await showTable(inspector);
  const all = await messagesIn(world);
  await expect.poll(async () => (await readTable(inspector)).length).toBe(all);
  const caughtUp = await readTable(inspector);

  // 3. After a reload it is told everything.
  await inspector.reload();
  await expect(message(inspector, /: signed in at the client, /)).toBeVisible();
  await showTable(inspector);
  await expect.poll(() => readTable(inspector)).toEqual(caughtUp);
  await elsewhere.close();
  await line.close();
});

test('a program that is none of ours, and the worker, are drawn as what they are', async ({
  page,
  world,
}) => {
  const inspector = await watch(page, world);

  // 1. The worker, started from the first page.
  await inspector.getByRole('button', { name: 'Run the worker now' }).click();
  await expect(inspector.getByText('Nightly was told to run.')).toBeVisible();
  await expectArrow(
    message(inspector, /: protected resource request/).last(),
    'Nightly',
    'Acorn APIs',
  );
  // With few messages below it, its bar stays in view.
  const search = inspector.getByRole('searchbox', { name: 'Search in the messages' });
  await search.fill('POST /runs');
  await expect(flow(inspector, "Nightly's run")).toContainText(
    /\d tokens? asked for, 11 calls served/,
  );
  await inspector.getByRole('button', { name: 'Show all' }).click();

  await showTable(inspector);
  await expect
    .poll(async () => [...new Set((await readTable(inspector)).map(({ flow }) => flow))])
    .toEqual(["Nightly's run"]);
  await showTable(inspector);

  // 2. curl, or any other: it gets a lane, and its own name.
  const answer = await fetch(`${world.apis}/user/userinfo`, {
    headers: { 'User-Agent': 'curl/8.18.0' },
  });
  expect(answer.status).toBe(401);
  await expect(flow(inspector, 'curl')).toBeVisible();
  const refusal = message(inspector, /: error response: no access token, .* refused/);
  await expectArrow(refusal, 'Acorn APIs', 'Another program');
  await refusal.click();
  await expect(opened(inspector)).toContainText('curl/8.18.0');
});
