import { ada, grace } from '../src/people.ts';
import { allow, expectSignedIn, signIn } from '../src/resource-owner.ts';
import { expect, test } from '../src/story.ts';

test('Ada opens a message and reads it', async ({ page }) => {
  await signIn(page);
  await page.getByRole('link', { name: 'Inbox', exact: true }).click();
  await page.getByRole('link', { name: /Found it\. It had wings\./ }).click();
  await expect(
    page.getByRole('heading', { name: 'Found it. It had wings.' }),
  ).toBeVisible();
  await expect(page.getByText('a moth, quite flat and entirely innocent')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the inbox' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
});

test('a message that is not there is said to be not there', async ({ page }) => {
  await signIn(page);
  await page.goto('/inbox/msg_of_somebody_else');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no such message',
  );
});

test('sending is asked for when Ada wants to write, and not before', async ({
  page,
  browser,
}) => {
  // 1. At the first sign-in nobody speaks of sending.
  await signIn(page);
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await page.getByRole('link', { name: 'Ask Acorn' }).click();
  const sending = page.getByRole('checkbox', { name: /Send messages in your name/ });
  await expect(sending).toBeChecked();
  await expect(page.getByText('allowed before').first()).toBeVisible();

  // 2. Refused, Briefing works on.
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByRole('status')).toContainText(
    'You did not allow Briefing to send mail in your name.',
  );
  await page.getByRole('link', { name: 'Morning' }).click();
  await expectSignedIn(page);
  await expect(page.getByText('The mill is delayed (again)')).toBeVisible();

  // 3. Unticked, it is the same.
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await page.getByRole('link', { name: 'Ask Acorn' }).click();
  await sending.uncheck();
  await allow(page);
  await expect(page.getByRole('status')).toContainText('send mail in your name');

  // 4. Granted, the message goes out.
  await page.getByRole('link', { name: 'Ask Acorn' }).click();
  await allow(page);
  await page.getByLabel('To').fill(grace.email);
  await page.getByLabel('Subject').fill('On loops');
  await page
    .getByLabel('Message')
    .fill('Dear Grace,\n\nThe cards may be used again.\n\nAda');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toHaveText('Your message is on its way.');

  // 5. Grace finds it in her mailbox.
  const gracesBrowser = await browser.newContext();
  const gracesPage = await gracesBrowser.newPage();
  await signIn(gracesPage, grace);
  await gracesPage.getByRole('link', { name: 'Inbox', exact: true }).click();
  await gracesPage
    .getByRole('link', { name: /On loops/ })
    .first()
    .click();
  await expect(gracesPage.getByText('The cards may be used again.')).toBeVisible();
  await expect(gracesPage.getByText(ada.email)).toBeVisible();
  await gracesBrowser.close();
});

test('what Ada has written is not lost when it cannot be sent', async ({ page }) => {
  await signIn(page);
  await page.goto('/compose');
  await page.getByRole('link', { name: 'Ask Acorn' }).click();
  await allow(page);
  await page.getByLabel('To').fill(grace.email);
  await page.getByLabel('Subject').fill('   ');
  await page.getByLabel('Message').fill('A note without a subject');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Not sent.');
  await expect(page.getByLabel('Message')).toHaveValue('A note without a subject');
  await expect(page.getByLabel('To')).toHaveValue(grace.email);
});
