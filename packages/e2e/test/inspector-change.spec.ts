/**
 * Messages that somebody changes in the wire, or sends once more: which rule
 * catches it, and what the inspector says of it.
 */
import type { Page } from 'playwright/test';
import {
  askWhy,
  changeAndSendOn,
  changeField,
  expectHeld,
  heldHere,
  holdEach,
  message,
  mistype,
  openDiagram,
  opened,
  sendOnChanged,
  stepThrough,
} from '../src/instructor.ts';
import { allow, reachConsent, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/watched-world.ts';
import { openMessage } from '../src/watcher.ts';

const tokenRequest = 'access token request (authorization code)';

test('a state that was changed in the redirect: the client refuses, and the inspector says why', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);
  await holdEach(inspector, 'authorization response');
  await reachConsent(page);
  const agreed = allow(page);

  // 1. On its way from Acorn accounts to the browser it is changed; the browser brings it on.
  await expectHeld(inspector, 'authorization response: code');
  await changeAndSendOn(inspector, 'state', mistype);
  await stepThrough(inspector, 'authorization response: code');
  await agreed;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This sign-in was not begun here',
  );

  // 2. The diagram shows who did what.
  await expect(
    message(inspector, /: authorization response: code, .* changed in the wire/),
  ).toBeVisible();
  await expect(
    message(inspector, /: redirect to the problem page, .* refused: state-known/),
  ).toBeVisible();
  const why = await askWhy(inspector);
  await expect(why).toContainText(
    'The client refused the message "authorization response: code".',
  );
  await expect(why).toContainText('The state is one that this client has sent.');
  await expect(why.getByRole('term')).toHaveText(['expected', 'received']);
  await expect(why).toContainText('The likely fix: Return the state exactly as it was');
  await expect(
    why.getByRole('link', { name: 'RFC 6749, section 10.12' }).first(),
  ).toBeVisible();
});

test('an access token request that was changed, or comes twice: no token', async ({
  page,
  world,
}) => {
  await signIn(page);
  const inspector = await openDiagram(page, world);

  // 1. The code again, as it was: it is good once.
  await openMessage(inspector, tokenRequest);
  await opened(inspector).getByRole('button', { name: 'Send again' }).first().click();
  await expect(message(inspector, /: access token request .* sent again/)).toBeVisible();
  await expectRefusal(inspector, {
    rule: 'code-used-once',
    error: 'invalid_grant',
    fix: 'Redeem a code once and keep the tokens',
  });

  // 2. A new code each time, and one parameter that is not what it was.
  await holdEach(inspector, tokenRequest);
  const changes = [
    {
      parameter: 'code_verifier',
      change: mistype,
      rule: 'code-verifier-matches',
      error: 'invalid_grant',
      fix: 'Send the code_verifier of this very sign-in',
    },
    {
      parameter: 'redirect_uri',
      change: (uri: string) => `${uri}/elsewhere`,
      rule: 'code-bound-to-redirect-uri',
      error: 'invalid_grant',
      fix: 'Send the same redirect_uri',
    },
    {
      parameter: 'resource',
      change: (audience: string) => audience.replace('/user', '/gateway'),
      rule: 'resource-unchanged',
      error: 'invalid_target',
      fix: 'resource',
    },
  ];
  for (const { parameter, change, ...expected } of changes) {
    const signedIn = page.goto('/login');
    await expectHeld(inspector, tokenRequest);
    await changeAndSendOn(inspector, parameter, change);
    await signedIn;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Acorn would not hand out a token',
    );
    await expectRefusal(inspector, expected);
  }
});

test('a redirect URI that is changed on its way, and a claim of an access token', async ({
  page,
  world,
}) => {
  const inspector = await openDiagram(page, world);

  // 1. The authorization request, before it reaches Acorn accounts.
  await holdEach(inspector, 'authorization request');
  const refused = page.goto('/login');
  await stepThrough(inspector, 'authorization request');
  await expectHeld(inspector, 'authorization request');
  await changeAndSendOn(inspector, 'redirect_uri', (uri) => `${uri}.attacker`);
  await refused;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Acorn refused this request',
  );
  await expectRefusal(inspector, {
    rule: 'redirect-uri-registered',
    fix: 'redirect',
  });
  await holdEach(inspector, 'authorization request', false);

  // 2. The userinfo request: the claim is another, the signature is the old one.
  await holdEach(inspector, 'userinfo request');
  await reachConsent(page);
  const agreed = allow(page);
  await expectHeld(inspector, 'userinfo request');
  const held = heldHere(inspector);
  await held.getByRole('button', { name: 'Change it' }).click();
  await held.getByText('The access token: change a claim').click();
  await changeField(held, 'scope', (granted) => `${granted} mail.send`);
  await expect(held).toContainText('keeps its old signature');
  await sendOnChanged(inspector);
  await agreed;
  await expectRefusal(inspector, {
    rule: 'signature-is-valid',
    error: 'invalid_token',
    fix: 'token',
  });
});

/** Of the message that is open. */
async function expectRefusal(
  inspector: Page,
  { rule, error, fix }: { rule: string; error?: string; fix: string },
): Promise<void> {
  const why = await askWhy(inspector);
  const refusal = why.locator('.refusal');
  await expect(refusal).toContainText(rule);
  await expect(refusal).toContainText('The check:');
  await expect(refusal).toContainText('The likely fix:');
  await expect(refusal).toContainText(fix);
  if (error) await expect(refusal).toContainText(`The answer says ${error}`);
}
