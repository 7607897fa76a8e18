import type { Page } from 'playwright/test';
import { expect, test, type WatchedWorld } from '../src/watched-world.ts';
import { messages, watch } from '../src/watcher.ts';

const exchanges = 5000;

test('ten thousand messages: in the document is only what is in view', async ({
  page,
  world,
}) => {
  const inspector = await watch(page, world);
  await inspector.getByRole('button', { name: 'To the diagram' }).click();
  await inspector.getByText('Keep it').click();
  await inspector.getByLabel('Open a file that was kept').setInputFiles({
    name: 'many.har',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(archive(world))),
  });
  const flow = inspector.getByRole('treeitem', { name: /, 10000 messages$/ });
  await expect(flow).toBeVisible();
  await expectFewRows(inspector);

  // 1. To the end and back, by keyboard.
  await inspector.getByRole('tree').focus();
  await inspector.keyboard.press('End');
  await expect(messages(inspector).filter({ hasText: /^10000: / })).toBeInViewport();
  await expectFewRows(inspector);
  await inspector.keyboard.press('PageUp');
  await expect(messages(inspector).filter({ hasText: /^9990: / })).toBeInViewport();
  await inspector.keyboard.press('Home');
  await expect(flow).toBeInViewport();
  await expectFewRows(inspector);

  // 2. By wheel.
  await inspector.getByRole('tree').hover();
  await inspector.mouse.wheel(0, 100_000);
  await expect(messages(inspector).filter({ hasText: /^1857: / })).toBeInViewport();
  await expectFewRows(inspector);

  // 3. One of them is found, and opened.
  await inspector.getByRole('searchbox').fill('/user/messages/4321');
  await expect(messages(inspector)).toHaveCount(2);
  await messages(inspector).first().click();
  await expect(inspector.getByRole('article')).toContainText('/user/messages/4321');
  await inspector.getByRole('button', { name: 'Show all' }).click();
  await expect(messages(inspector).filter({ hasText: /^8643: / })).toBeInViewport();
  await expect(messages(inspector).filter({ hasText: /^8642: / })).toBeAttached();
  await expectFewRows(inspector);

  // 4. The table has pages.
  await inspector.getByRole('button', { name: 'Table' }).click();
  await expect(inspector.getByText('Page 100 of 100')).toBeVisible();
  await expect(inspector.getByRole('row')).toHaveCount(101);
});

async function expectFewRows(inspector: Page): Promise<void> {
  const rows = inspector.getByRole('treeitem');
  await expect.poll(() => rows.count()).toBeGreaterThan(5);
  expect(await rows.count()).toBeLessThan(60);
}

/** As a browser saves it: HAR 1.2. */
function archive({ apis }: WatchedWorld) {
  const entries = Array.from({ length: exchanges }, (_, index) => ({
    startedDateTime: new Date(1_800_000_000_000 + index * 1000).toISOString(),
    time: 20,
    request: {
      method: 'GET',
      url: `${apis}/user/messages/${index}`,
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Accept', value: 'application/json' }],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      cookies: [],
      content: { size: 20, mimeType: 'application/json', text: `{"number":${index}}` },
      redirectURL: '',
      headersSize: -1,
      bodySize: 20,
    },
    cache: {},
    timings: { send: 0, wait: 20, receive: 0 },
  }));
  const creator = { name: 'A browser', version: '1' };
  return { log: { version: '1.2', creator, pages: [], entries } };
}
