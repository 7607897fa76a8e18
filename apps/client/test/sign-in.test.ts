import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { parseBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { codeChallengeS256, isCodeVerifier } from '@four-roles/protocol/pkce';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { returnToSameSite, scopeOfThisApp } from '../src/rules/sign-in.ts';
import {
  idTokenPresent,
  tokenIsBearer,
  tokenResponseWellFormed,
} from '../src/rules/token-response.ts';
import { Browser, location } from './browser.ts';
import {
  acorn,
  dataFolder,
  issuer,
  origin,
  resourceServer,
  secret,
  tokenResponse,
} from './stage.ts';

beforeEach(() => acorn.reset());

for (const elsewhere of [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/login?return_to=/login',
  '/inbox\n.evil',
]) {
  test(`return_to ${JSON.stringify(elsewhere)} leads nowhere (RFC 9700, section 4.11.1)`, async () => {
    const response = await new Browser().get(
      `/login?return_to=${encodeURIComponent(elsewhere)}`,
    );
    assert.match(location(response), /\/problem\//);
  });
}

provesRule(returnToSameSite, async () => {
  const ada = new Browser();
  const path = `/login?return_to=${encodeURIComponent('https://evil.example/')}`;
  assert.ok(!location(await ada.get(path)).startsWith(issuer));
});

provesRule(scopeOfThisApp, async () => {
  const response = await new Browser().get('/login?scope=payments.create');
  assert.ok(!location(response).includes('payments.create'));
});

test('the authorization request has all that the specifications ask for, and no secret', async () => {
  const response = await new Browser().get('/login');
  assert.equal(response.status, 303);
  const { searchParams, origin: server, pathname } = new URL(location(response));
  assert.equal(server + pathname, `${issuer}/authorize`);
  const { state, nonce, code_challenge, ...rest } = Object.fromEntries(searchParams);
  assert.deepEqual(rest, {
    response_type: 'code',
    client_id: 'briefing',
    redirect_uri: `${origin}/callback`,
    scope: 'openid profile email mail.read',
    code_challenge_method: 'S256',
    resource: `${resourceServer}/user`,
  });
  assert.equal(new Set([state, nonce, code_challenge]).size, 3);
});

test('the token request proves the client and the browser, with nothing in its address', async () => {
  const ada = new Browser();
  const asked = await ada.begin();
  await ada.finish(asked);
  const [request] = acorn.at('/token');
  assert.ok(request);
  assert.equal(request.method, 'POST');
  assert.deepEqual(parseBasicCredentials(request.headers.authorization ?? ''), {
    client_id: 'briefing',
    client_secret: secret,
  });
  assert.equal(
    request.headers['content-type'],
    'application/x-www-form-urlencoded;charset=UTF-8',
  );
  const { code, code_verifier, ...rest } = Object.fromEntries(request.body);
  assert.deepEqual(rest, {
    grant_type: 'authorization_code',
    redirect_uri: `${origin}/callback`,
    resource: `${resourceServer}/user`,
  });
  assert.ok(code && code_verifier && isCodeVerifier(code_verifier));
  assert.equal(codeChallengeS256(code_verifier), asked.get('code_challenge'));
  assert.ok(!JSON.stringify(rest).includes(secret));
});

test('the session is an opaque HttpOnly cookie, new at every sign-in', async () => {
  const ada = new Browser();
  const response = await ada.finish(await ada.begin('/login?return_to=/inbox'));
  assert.equal(location(response), `${origin}/inbox`);
  const [cookie] = response.headers.getSetCookie();
  assert.match(
    cookie ?? '',
    /^briefing_session=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=604800$/,
  );
  const first = ada.cookies.get('briefing_session');
  await ada.signIn();
  assert.notEqual(ada.cookies.get('briefing_session'), first);
});

test('the session before is over, and its refresh token revoked', async () => {
  const ada = new Browser();
  await ada.signIn();
  const before = await ada.session();
  await ada.signIn();
  const [revoked] = acorn.at('/revoke');
  assert.equal(revoked?.body.get('token'), before?.tokens.refreshToken?.reveal());
  const thief = new Browser();
  thief.cookies.set('briefing_session', before?.id.reveal() ?? '');
  assert.equal(await thief.session(), undefined);
});

test('neither the session id nor a token can be read in the database file', async () => {
  const ada = new Browser();
  await ada.signIn();
  const session = await ada.session();
  assert.ok(session?.tokens.refreshToken);
  const bytes = ['', '-wal']
    .map((end) => readFileSync(join(dataFolder, `client.sqlite${end}`), 'latin1'))
    .join('');
  assert.ok(bytes.includes('acct_ada'), 'the file is the one in use');
  for (const value of [
    session.id,
    session.tokens.refreshToken,
    session.tokens.accessToken,
  ]) {
    assert.ok(!bytes.includes(value.reveal()));
  }
});

test('a further scope is asked for beside what is granted already', async () => {
  const ada = new Browser();
  await ada.signIn();
  const asked = await ada.begin('/login?scope=mail.send&return_to=/compose');
  assert.equal(asked.get('scope'), 'openid profile email mail.read mail.send');
});

test('who refuses a further scope stays signed in and comes back with a notice', async () => {
  const ada = new Browser();
  await ada.signIn();
  const before = (await ada.session())?.id.reveal();
  const back = await ada.signIn('/login?scope=mail.send&return_to=/compose', {
    code: undefined,
    error: 'access_denied',
  });
  assert.equal(back, `${origin}/compose?declined=mail.send`);
  assert.equal((await ada.session())?.id.reveal(), before);
});

provesRule(tokenResponseWellFormed, async () => {
  acorn.answers.set('/token', () => ({ status: 200, body: { token_type: 'Bearer' } }));
  const ada = new Browser();
  await ada.signIn();
  assert.equal(await ada.session(), undefined);
});

provesRule(tokenIsBearer, async () => {
  acorn.answers.set('/token', ({ body }) => ({
    status: 200,
    body: { ...tokenResponse(body), token_type: 'DPoP' },
  }));
  const ada = new Browser();
  await ada.signIn();
  assert.equal(await ada.session(), undefined);
});

provesRule(idTokenPresent, async () => {
  acorn.answers.set('/token', ({ body }) => ({
    status: 200,
    body: { ...tokenResponse(body), id_token: undefined },
  }));
  const ada = new Browser();
  await ada.signIn();
  assert.equal(await ada.session(), undefined);
});

test('tokens are revoked if nobody has signed in with them after all', async () => {
  const failures = {
    'userinfo is away': () =>
      acorn.answers.set('/user/userinfo', () => ({ status: 503, body: {} })),
    'the ID token is refused': () => {
      acorn.claims = { nonce: 'another' };
    },
    'there is no ID token': () =>
      acorn.answers.set('/token', ({ body }) => ({
        status: 200,
        body: { ...tokenResponse(body), id_token: undefined, refresh_token: 'refresh' },
      })),
  };
  for (const [name, fail] of Object.entries(failures)) {
    acorn.reset();
    fail();
    const ada = new Browser();
    assert.match(await ada.signIn(), /\/problem\//, name);
    assert.equal(acorn.at('/revoke').length, 1, name);
    assert.ok(acorn.at('/revoke')[0]?.body.get('token'), name);
  }
});

test('a refusal of the token endpoint names the party, the error and its words', async () => {
  acorn.answers.set('/token', () => ({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'The code has expired.' },
  }));
  const ada = new Browser();
  const problem = await ada.problem(await ada.finish(await ada.begin()));
  assert.equal(problem?.kind, 'tokens-refused');
  assert.equal(problem?.party, 'Acorn accounts');
  assert.equal(problem?.error, 'invalid_grant');
  assert.equal(problem?.description, 'The code has expired.');
});

test('an authorization server that is away has a page of its own', async () => {
  acorn.answers.set('/token', () => ({ status: 503, body: {} }));
  const ada = new Browser();
  const problem = await ada.problem(await ada.finish(await ada.begin()));
  assert.equal(problem?.kind, 'accounts-away');
});
