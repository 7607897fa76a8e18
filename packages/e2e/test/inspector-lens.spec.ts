import type { Page } from 'playwright/test';
import { carriedSecrets, type Secrets, secretsIn } from '../src/carried-secrets.ts';
import { signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';
import { messages, openMessage, watch } from '../src/watcher.ts';

const blank = 'Server to server: the browser saw nothing.';

test('what the browser could see: no verifier, no client secret, no token, wherever one looks', async ({
  page,
  world,
}) => {
  const inspector = await watch(page, world);
  await signIn(page);
  const { exchanges, flows, run } = await world.recording();
  const secrets = carriedSecrets(exchanges).ofServers;
  const flow = flows.find(({ kind }) => kind === 'sign-in')!.id;
  const ofFlow = exchanges.filter((one) => one.flow === flow && !one.noise);
  const front = ofFlow.filter(({ from }) => from === 'browser');

  // 1. Without the lens, and with secrets shown, they are all there.
  await inspector.getByRole('button', { name: 'Show secrets' }).click();
  await openMessage(inspector, 'access token response');
  await expect
    .poll(async () => (await carriedIn(inspector, secrets)).join())
    .toMatch(/access token.*refresh token/);

  // 2. With it, the message that is open goes blank.
  await inspector.getByRole('button', { name: "Browser's view" }).click();
  const panel = inspector.getByLabel('The message that is open');
  await expect(panel).toContainText(blank);
  await expect(panel.getByRole('article')).toHaveCount(0);
  expect(await carriedIn(inspector, secrets)).toEqual([]);

  // 3. Every message of the sign-in, opened one after the other, in all its views.
  const opened = panel.getByRole('article');
  for (const { id, from } of ofFlow) {
    await inspector.goto(`${world.inspector}/#run=${run}&message=${id}&side=response`);
    if (from !== 'browser') {
      await expect(panel).toContainText(blank);
    } else {
      await expect(opened).toContainText('front channel: the browser carries it');
      for (const view of ['Request', /^Why/, 'Raw HTTP', 'Answer']) {
        await opened.getByRole('tab', { name: view }).click();
        expect(await carriedIn(inspector, secrets), `message ${id}`).toEqual([]);
      }
    }
    expect(await carriedIn(inspector, secrets), `message ${id}`).toEqual([]);
  }

  // 4. The diagram: what went through the browser stays, and what did not has lost its name.
  await panel.getByRole('button', { name: 'Close the message' }).click();
  await expect(messages(inspector).filter({ hasText: /token/ })).toHaveCount(0);
  await expect(messages(inspector).filter({ hasText: 'back channel' })).toHaveCount(0);
  await expect(messages(inspector).filter({ hasText: blank })).not.toHaveCount(0);

  // 5. The table, whole: as many rows on either side as there were messages.
  await inspector.getByRole('button', { name: 'Table' }).click();
  await inspector.getByRole('button', { name: 'Filter' }).click();
  await inspector
    .getByLabel('Flow', { exact: true })
    .selectOption({ label: "Ada's sign-in" });
  const rows = inspector.getByRole('row');
  const back = ofFlow.length - front.length;
  await expect(rows.filter({ hasText: blank })).toHaveCount(2 * back);
  await expect(rows.getByRole('button')).toHaveCount(2 * front.length);
  expect(await carriedIn(inspector, secrets)).toEqual([]);

  // 6. Without the lens everything is back.
  await inspector.keyboard.press('l');
  await expect(rows.filter({ hasText: blank })).toHaveCount(0);
});

/** What only servers may have, in the whole document: attributes, folded parts and all. */
async function carriedIn(page: Page, secrets: Secrets): Promise<string[]> {
  return secretsIn(await page.content(), secrets);
}
