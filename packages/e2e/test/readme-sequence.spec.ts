import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '@four-roles/launcher/root-folder';
import { expect, test } from 'playwright/test';
import { signIn } from '../src/resource-owner.ts';
import { createWatchedWorld, everythingAnswered } from '../src/watched-world.ts';

/**
 * In a world of its own: nobody has signed in at this client yet, so it knows
 * neither the metadata nor the keys of the authorization server and asks.
 */
test('the picture of a sign-in in the README is what is recorded when Ada signs in', async ({
  browser,
}) => {
  const world = await createWatchedWorld();
  const context = await browser.newContext({ baseURL: world.client });
  try {
    await world.press('clear');
    await signIn(await context.newPage());
    await everythingAnswered(world);
    const { flows } = await world.recording();
    const flow = flows.find(({ name }) => name === "Ada's sign-in")?.id;
    const picture = await fetch(`${world.inspector}/api/export/mermaid?flow=${flow}`);
    const recorded = await picture.text();
    expect(pictureInReadme(), `Paste this into README.md:\n\n${recorded}`).toBe(recorded);
  } finally {
    await context.close();
    await world.close();
  }
});

function pictureInReadme(): string {
  const readme = readFileSync(join(rootFolder, 'README.md'), 'utf8');
  return /^```mermaid\n([^`]*)^```$/m.exec(readme)?.[1] ?? '';
}
