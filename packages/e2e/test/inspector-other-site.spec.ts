import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Response } from 'playwright/test';
import { createOtherSite, pressEverywhere, readEverywhere } from '../src/other-site.ts';
import { signIn } from '../src/resource-owner.ts';
import { expect, runWorker, test, type WatchedRecording } from '../src/watched-world.ts';

test('a page of another site in the same browser reads nothing and presses nothing', async ({
  page,
  context,
  world,
}) => {
  await signIn(page);
  await page.goto(world.inspector);
  const before = await world.recording();
  const site = await createOtherSite();
  for (const origin of site.origins) {
    await page.goto(origin);

    // 1. Read.
    const addresses = [
      'recording',
      'events',
      'export/har?secrets=shown',
      'setup',
      'keys',
    ];
    for (const path of addresses) {
      const read = await page.evaluate(readEverywhere, `${world.inspector}/api/${path}`);
      expect(new Set(Object.values(read)), `${path} for ${origin}`).toEqual(
        new Set(['nothing']),
      );
    }
    const file = `${world.inspector}/api/export/har?secrets=shown`;
    const answer = page.waitForResponse(file);
    await page.setContent(`<a href="${file}">Kittens</a>`);
    await page.getByRole('link').click();
    expect((await answer).status()).toBe(403);
    await page.waitForURL(file);

    // 2. Press.
    const buttons: Record<string, object> = {
      step: { on: true, x: '=' },
      clock: { advance: 3600, x: '=' },
      clear: { x: '=' },
      worker: { x: '=' },
      reset: { x: '=' },
      'exchanges/1/send-again': { x: '=' },
    };
    for (const [button, body] of Object.entries(buttons)) {
      await page.goto(origin);
      await page.evaluate(pressEverywhere, [
        `${world.inspector}/api/${button}`,
        JSON.stringify(body),
      ] as [string, string]);
    }

    // 3. Frame.
    await page.goto(origin);
    await page.setContent(`<iframe src="${world.inspector}"></iframe>`);
    await expect(page.frameLocator('iframe').getByText('Four Roles')).toHaveCount(0);
  }
  site.close();

  // 4. Nothing has happened.
  const after = await world.recording();
  expect(after.run).toBe(before.run);
  expect(after.state.step).toEqual(before.state.step);
  expect(after.state.clock).toEqual(before.state.clock);
  expect(messagesOf(after)).toEqual(messagesOf(before));
  expect(context.pages()).toHaveLength(1);
});

test('a name that somebody points at this machine leads nowhere: DNS rebinding', async ({
  world,
}) => {
  const name = 'attacker.example';
  const own = new URL(world.inspector);
  // To a browser that page and what it asks for are one origin.
  const rebound = {
    Host: `${name}:${own.port}`,
    Origin: `http://${name}:${own.port}`,
    'Sec-Fetch-Site': 'same-origin',
  };
  const { run } = await world.recording();
  for (const path of [
    '/',
    '/api/recording',
    '/api/events',
    '/api/export/page',
    '/viewer.js',
  ]) {
    const { status, body } = await send(world.inspector, { path, headers: rebound });
    expect(status, path).toBe(421);
    expect(body).not.toContain(run);
  }
  for (const path of ['/api/clear', '/api/step', '/api/reset']) {
    const asked = { path, method: 'POST', headers: rebound };
    expect((await send(world.inspector, asked)).status, path).toBe(421);
  }
  expect((await world.recording()).run).toBe(run);

  // What stands in front of the roles passes on whom somebody asked for, and each role refuses.
  for (const origin of [world.client, world.accounts, world.apis, world.worker]) {
    const headers = { Host: `${name}:${new URL(origin).port}` };
    expect((await send(origin, { path: '/', headers })).status, origin).toBe(421);
  }
});

test('what a role says of its rules reaches the inspector and nobody else', async ({
  page,
  context,
  world,
}) => {
  const answers: ReturnType<Response['allHeaders']>[] = [];
  context.on('response', (response) => answers.push(response.allHeaders()));
  await signIn(page);
  const names = new Set((await Promise.all(answers)).flatMap(Object.keys));
  await runWorker(world);
  const { rawHeaders } = await send(world.accounts, {
    path: '/authorize?client_id=nobody',
  });
  for (const name of rawHeaders) names.add(name.toLowerCase());

  // To the browser, to a program, and to the servers that called each other.
  expect([...names].filter((name) => /four-roles/i.test(name))).toEqual([]);
  expect(names).toContain('content-security-policy');
  const { exchanges } = await world.recording();
  const passedOn = exchanges.flatMap(({ response }) => response?.headers ?? []);
  expect(passedOn.filter(([name]) => /four-roles/i.test(name))).toEqual([]);

  // And yet it was said.
  const told = exchanges
    .filter(({ verdicts }) => verdicts.length > 0)
    .map(({ to }) => to);
  const roles = ['client', 'authorization-server', 'resource-server', 'worker'];
  expect([...new Set(told)].sort()).toEqual(roles.sort());
});

/** A picture of the last page may come late: it is no message. */
function messagesOf({ exchanges }: WatchedRecording): number[] {
  return exchanges.filter(({ noise }) => !noise).map(({ id }) => id);
}

async function send(origin: string, options: RequestOptions) {
  const sent = request(origin, { agent: false, ...options });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const { statusCode: status, rawHeaders } = answer;
  return { status, rawHeaders, body: await text(answer) };
}
