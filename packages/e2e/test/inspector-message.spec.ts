import { codeChallengeS256 } from '@four-roles/protocol/pkce';
import { carriedSecrets, secretsIn } from '../src/carried-secrets.ts';
import { signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';
import { messages, openMessage, parameter, watch } from '../src/watcher.ts';

test('a message, opened: parameters explained, PKCE computed, tokens taken apart, cookies', async ({
  page,
  world,
}) => {
  await signIn(page);
  const inspector = await watch(page, world);
  const { exchanges } = await world.recording();
  const { ofServers, ofTheBrowser } = carriedSecrets(exchanges);
  const secrets = new Map([...ofServers, ...ofTheBrowser]);
  const sent = exchanges.find(
    ({ request }) =>
      request.target === '/token' && request.body.text.includes('authorization_code'),
  )!;
  const form = new URLSearchParams(sent.request.body.text);

  // 1. Each parameter says what it is, and for whoever unfolds it: why, what it stops, where it stands.
  const opened = await openMessage(
    inspector,
    'access token request (authorization code)',
  );
  const verifier = parameter(opened, 'code_verifier');
  await verifier.getByText('The secret of which the code_challenge was made.').click();
  await expect(verifier).toContainText('It stops:');
  await expect(verifier.getByRole('link', { name: /RFC 7636, section/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc7636#section-/,
  );

  // 2. Secrets stand nowhere until somebody asks to see them.
  await expect(parameter(opened, 'code')).toContainText('MASKED-code-1');
  await expect(verifier).toContainText('MASKED-code_verifier-1');
  for (const view of ['Raw HTTP', /^Why/, 'Answer', 'Request']) {
    await opened.getByRole('tab', { name: view }).click();
    expect(secretsIn(await inspector.content(), secrets)).toEqual([]);
  }
  await inspector.getByRole('button', { name: 'Show secrets' }).click();
  await expect(parameter(opened, 'code')).toContainText(form.get('code')!);
  await expect(parameter(opened, 'Authorization')).toContainText('client_secret');

  // 3. PKCE, from the verifier to the challenge of the authorization request.
  const steps = opened
    .getByRole('list')
    .filter({ hasText: 'SHA-256' })
    .getByRole('listitem');
  const challenge = codeChallengeS256(form.get('code_verifier')!);
  await expect(steps.first()).toContainText(form.get('code_verifier')!);
  await expect(steps.filter({ hasText: 'in base64url' })).toContainText(challenge);
  await expect(steps.last()).toContainText(challenge);
  await expect(opened).toContainText('The last two are equal');

  // 4. Why it was accepted.
  await opened.getByRole('tab', { name: /^Why/ }).click();
  await expect(
    opened.getByRole('heading', { name: /tried, and all held$/ }),
  ).toBeVisible();
  await opened.getByText('code-verifier-matches').click();
  await expect(opened.getByRole('link', { name: 'RFC 7636, section 4.6' })).toBeVisible();

  // 5. The answer: both tokens, their claims, and their signatures verified here.
  await opened.getByRole('tab', { name: 'Answer' }).click();
  for (const kind of ['access_token', 'id_token']) {
    const token = opened
      .getByRole('group')
      .filter({ hasText: `${kind}, a JWT taken apart` });
    await expect(token).toContainText('✓ The signature is valid');
    await expect(parameter(token, 'iss')).toContainText(world.accounts);
    await expect(parameter(token, 'exp')).toContainText(/, in \d+ min/);
    await expect(parameter(token, 'alg')).toContainText('ES256');
  }

  // 6. Cookies: what is set, with what protects it; and what is sent.
  await openMessage(inspector, 'signed in at the client');
  const cookie = parameter(opened, 'briefing_session');
  await expect(
    cookie.getByRole('listitem').filter({ hasText: 'HttpOnly' }),
  ).toContainText('script');
  await expect(
    cookie.getByRole('listitem').filter({ hasText: 'SameSite=Lax' }),
  ).toBeVisible();
  await openMessage(inspector, 'answer to the consent page: allow');
  await expect(parameter(opened, 'acorn_session')).toBeVisible();
});

test('following a value: state comes home, the code is spent', async ({
  page,
  world,
}) => {
  await signIn(page);
  const inspector = await watch(page, world);
  const { exchanges } = await world.recording();
  const state = new URLSearchParams(
    exchanges.find(({ request }) => request.target.startsWith('/callback'))!.request
      .target,
  ).get('state')!;

  // 1. Point at the state: every message in which it travels is marked, in the diagram too.
  const opened = await openMessage(inspector, 'authorization request, from Briefing');
  const travelling = messages(inspector).filter({
    hasText: 'carries the value that is followed',
  });
  await expect(travelling).toHaveCount(0);
  await inspector.getByRole('searchbox').fill(state);
  const carriers = exchanges
    .filter(({ noise }) => !noise)
    .flatMap(({ request, response }) => [request, response])
    .filter((half) => JSON.stringify(half ?? '').includes(state)).length;
  await parameter(opened, 'state').getByText(state).hover();
  await expect(travelling).toHaveCount(carriers);
  await inspector.getByRole('heading', { name: 'Four Roles' }).hover();
  await expect(travelling).toHaveCount(0);

  // 2. The same by keyboard; pressed, it lists the way of the value.
  const follow = parameter(opened, 'state').getByRole('button');
  await follow.focus();
  await expect(travelling).toHaveCount(carriers);
  await expect(follow).toHaveText(`also in ${carriers - 1} messages`);
  await inspector.keyboard.press('Enter');
  const way = parameter(opened, 'state').getByRole('list').getByRole('listitem');
  await expect(way.first()).toContainText('here authorization request');
  await expect(way.last()).toContainText('authorization response: code');
  await way.last().getByRole('link').click();

  // 3. The same state comes home, and a code is new.
  await expect(opened.getByRole('heading', { level: 2 })).toContainText(
    'authorization response: code',
  );
  await inspector.getByRole('button', { name: 'Show all' }).click();
  await openMessage(inspector, 'authorization response: code, from Acorn accounts');
  const changes = opened.getByRole('listitem');
  await expect(
    changes.filter({ hasText: /^state: the same as in message \d+$/ }),
  ).toBeVisible();
  await expect(
    changes.filter({ hasText: /^code: new here, next seen in/ }),
  ).toBeVisible();

  // 4. The code is spent: it travels no further than the access token request.
  await openMessage(inspector, 'access token request (authorization code)');
  await parameter(opened, 'code').getByRole('button').click();
  const spent = parameter(opened, 'code').getByRole('list').getByRole('listitem');
  await expect(spent).toHaveCount(3);
  await expect(spent.last()).toContainText('here access token request');
});
