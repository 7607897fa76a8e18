import { expect, test } from '../src/story.ts';

test('whoever asks for 127.0.0.1 is led to localhost, where the cookies are', async ({
  page,
  world,
}) => {
  const pages = {
    [world.client]: '/inbox?cursor=x',
    [world.accounts]: '/login?next=account',
    [world.apis]: '/',
    [world.worker]: '/',
  };
  for (const [origin, path] of Object.entries(pages)) {
    await page.goto(`${origin.replace('localhost', '127.0.0.1')}${path}`);
    await expect(page).toHaveURL(`${origin}${path}`);
  }
});
