import { formatBearer, parseBearerChallenge } from '@four-roles/protocol/bearer';
import { allow, reachConsent } from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';
import { lastTokens, postAs } from '../src/wire.ts';

async function get(url: string, accessToken?: string) {
  const headers = new Headers();
  if (accessToken) headers.set('Authorization', formatBearer(accessToken));
  const response = await fetch(url, { headers });
  const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
  return { status: response.status, challenge, body: await response.json() };
}

test('a token for the profile alone is refused at the mailbox, and the challenge says what is missing (RFC 6750, section 3.1)', async ({
  page,
  world,
}) => {
  await reachConsent(page);
  await page.getByRole('checkbox', { name: /Read your messages/ }).uncheck();
  await page.getByRole('checkbox', { name: /e-mail address/ }).uncheck();
  await allow(page);
  await expect(page.getByText('Your mail stays closed')).toBeVisible();
  const { access_token } = lastTokens(world, 'authorization_code');

  const profile = await get(`${world.apis}/user/userinfo`, access_token);
  expect(profile.status).toBe(200);
  expect(profile.body).toMatchObject({ sub: 'acct_7Q2mZk4TnW', name: 'Ada Lovelace' });
  expect(profile.body).not.toHaveProperty('email');

  const mail = await get(`${world.apis}/user/messages`, access_token);
  expect(mail.status).toBe(403);
  expect(mail.body).toMatchObject({ error: 'insufficient_scope' });
  expect(mail.challenge).toMatchObject({
    error: 'insufficient_scope',
    scope: 'mail.read',
    resource_metadata: `${world.apis}/.well-known/oauth-protected-resource/user`,
  });
  const metadata = await get(mail.challenge?.resource_metadata ?? '');
  expect(metadata.body).toMatchObject({
    resource: `${world.apis}/user`,
    authorization_servers: [world.accounts],
  });
});

test('without a token there is a bare challenge, and no error code (RFC 6750, section 3.1)', async ({
  world,
}) => {
  const { status, challenge } = await get(`${world.apis}/user/messages`);
  expect(status).toBe(401);
  expect(Object.keys(challenge ?? {})).toEqual(['resource_metadata']);
});

test('an ID token is no key card', async ({ page, world }) => {
  await reachConsent(page);
  await allow(page);
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();
  const { id_token } = lastTokens(world, 'authorization_code');
  const { status, challenge } = await get(`${world.apis}/user/userinfo`, id_token);
  expect(status).toBe(401);
  expect(challenge).toMatchObject({ error: 'invalid_token' });
});

test('a machine has a token for each resource, and each is refused at all others (RFC 9068, section 4)', async ({
  world,
}) => {
  const nightly = world.credentialsOf('nightly');
  const ask = (resource: string, scope: string) =>
    postAs(nightly, `${world.accounts}/token`, {
      grant_type: 'client_credentials',
      resource: `${world.apis}${resource}`,
      scope,
    });
  const machines = [
    ['/business/contacts', 'contacts.read', '/business/contacts'],
    ['/business/payments', 'payments.read', '/business/payments'],
    ['/gateway', 'gateway.call', '/gateway/rates'],
  ] as const;
  const people = ['/user/messages', '/user/userinfo'];
  for (const [resource, scope, own] of machines) {
    const granted = await ask(resource, scope);
    expect(granted.status).toBe(200);
    const token = String(granted.body.access_token);
    expect((await get(`${world.apis}${own}`, token)).status).toBe(200);
    const others = [...machines.map(([, , path]) => path), ...people];
    for (const path of others.filter((other) => other !== own)) {
      const { status, challenge } = await get(`${world.apis}${path}`, token);
      expect(status, `${scope} at ${path}`).toBe(401);
      expect(challenge).toMatchObject({ error: 'invalid_token' });
    }
  }
  expect((await ask('/user', 'mail.read')).status).toBe(400);
  const two = await ask('/business/contacts', 'contacts.read payments.read');
  expect(two.body).toMatchObject({ error: 'invalid_target' });
});

test('a token that was revoked: as good as ever by its signature, dead by introspection and by the list', async ({
  world,
}) => {
  const nightly = world.credentialsOf('nightly');
  const granted = await postAs(nightly, `${world.accounts}/token`, {
    grant_type: 'client_credentials',
    scope: 'payments.read',
  });
  const token = String(granted.body.access_token);
  const verdicts = async () => {
    const { body } = await get(`${world.apis}/token-verdicts`, token);
    const each: { mode: string; active: boolean | null }[] = body.verdicts;
    return Object.fromEntries(each.map(({ mode, active }) => [mode, active]));
  };
  expect(await verdicts()).toEqual({ local: true, introspection: true, list: true });

  const revoked = await postAs(nightly, `${world.accounts}/revoke`, { token });
  expect(revoked.status).toBe(200);
  world.passTime(6);
  expect(await verdicts()).toEqual({ local: true, introspection: false, list: false });
  expect((await get(`${world.apis}/business/payments`, token)).status).toBe(401);
  world.passTime(600);
  expect(await verdicts()).toEqual({ local: false, introspection: false, list: false });
});
