import { expect, test } from 'playwright/test';
import { openDiagram, readTable, showTable } from '../src/instructor.ts';
import { signIn } from '../src/resource-owner.ts';
import { isLookUp, signInMessages } from '../src/sign-in-messages.ts';
import { createWatchedWorld } from '../src/watched-world.ts';

/** In a world of its own: the other stories over TLS need no inspector. */
test('a sign-in over https is watched like any other: TLS ends at the wiretap', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const world = await createWatchedWorld('https');
  const context = await browser.newContext({ baseURL: world.client });
  try {
    // 1. Every message is drawn, in its order.
    await world.begin();
    const page = await context.newPage();
    const inspector = await openDiagram(page, world);
    await signIn(page);
    await showTable(inspector);
    await expect
      .poll(async () => {
        const drawn = (await readTable(inspector)).filter(
          ({ flow, name }) => flow === "Ada's sign-in" && !isLookUp(name),
        );
        return drawn.map(({ from, to, name }) => [from, to, name]);
      })
      .toEqual(signInMessages);

    // 2. What crossed the wire is https, and leads nowhere else.
    const { exchanges } = await world.recording();
    const recorded = JSON.stringify(
      exchanges.map(({ request, response }) => [request, response]),
    );
    expect(recorded).toContain('__Host-acorn_session');
    expect(recorded).toContain(`${world.accounts}/authorize`);
    expect(recorded).not.toContain('http://localhost');
    expect(recorded).not.toMatch(/x-forwarded/i);

    // 3. Plain HTTP is refused at every address, and is no message.
    for (const origin of [
      world.inspector,
      world.client,
      world.accounts,
      world.apis,
      world.worker,
    ]) {
      const refused = await fetch(origin.replace('https:', 'http:'));
      expect(refused.status, origin).toBe(400);
      expect(await refused.text()).toContain(`Open ${origin}/`);
    }
    const senders = (await world.recording()).exchanges.map(({ from }) => from);
    expect(senders).not.toContain('other');

    // 4. What is sent again goes over TLS too.
    const { id } = exchanges.find(({ request }) => request.target === '/introspect')!;
    const { exchange } = await world.press(`exchanges/${id}/send-again`);
    await expect
      .poll(async () => {
        const { exchanges: all } = await world.recording();
        return all.find((each) => each.id === exchange)?.response?.status;
      })
      .toBe(200);
  } finally {
    await context.close();
    await world.close();
  }
});
