import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiRequest } from '../src/api-call.ts';
import { apiGateway } from '../src/personas/api-gateway.ts';
import { crm } from '../src/personas/crm.ts';
import { crmCopy } from '../src/personas/crm-copy.ts';
import { paymentProcessor } from '../src/personas/payment-processor.ts';

const { job: callGateway } = apiGateway;
const { job: copyContacts } = crmCopy;
const { job: settlePayments } = paymentProcessor;

test('copy-contacts reads every page and adds only who is missing', async () => {
  const contacts = [{ email: crm[0]!.email.toUpperCase() }, { email: 'b@example.com' }];
  const added: unknown[] = [];
  const api = async ({ method, path, json }: ApiRequest) => {
    if (method === 'POST') {
      contacts.push(json as { email: string });
      return added.push(json);
    }
    const from = Number(new URLSearchParams(path.split('?')[1]).get('cursor'));
    const next_cursor = from + 1 < contacts.length ? String(from + 1) : null;
    return { contacts: [contacts[from]], next_cursor };
  };
  const line = await copyContacts.work(api, '2026-11-22');
  assert.equal(line, `2 contacts read, ${crm.length - 1} added from the CRM`);
  assert.deepEqual(added, crm.slice(1));
  assert.match(await copyContacts.work(api, '2026-11-22'), /, 0 added/);
});

test('copy-contacts stops where the server gives the same cursor again', async () => {
  let asked = 0;
  const api = async () => {
    if (++asked > 10) assert.fail('it would go on for ever');
    return { contacts: [], next_cursor: asked % 2 ? 'a' : 'b' };
  };
  await assert.rejects(copyContacts.work(api, '2026-11-22'), /the cursor a came twice/);
});

/** Acorn's payments, each once for each Idempotency-Key. */
function payments() {
  const paid = new Map<string, { id: string; reference: string }>();
  const api = async ({ method, path, json, ...request }: ApiRequest) => {
    if (method === 'GET') {
      return [...paid.values()].find(({ id }) => path.endsWith(encodeURIComponent(id)));
    }
    const key = request.idempotencyKey ?? '';
    const before = paid.get(key);
    if (before) request.onReplayed?.();
    const { reference } = json as { reference: string };
    const made = { ...(json as object), reference, id: `pay/${paid.size}`, status: '' };
    paid.set(key, before ?? made);
    return paid.get(key);
  };
  return { paid, api };
}

test('settle-payments pays an invoice once a day, however often it runs', async () => {
  const { paid, api } = payments();
  const first = await settlePayments.work(api, '2026-11-22');
  assert.equal(first, '2 invoices paid, 0 already paid today, all read back: 61.75 EUR');
  assert.equal(paid.size, 2);
  const again = await settlePayments.work(api, '2026-11-22');
  assert.match(again, /^0 invoices paid, 2 already paid today/);
  assert.equal(paid.size, 2);
  await settlePayments.work(api, '2026-11-23');
  assert.equal(paid.size, 4);
  assert.equal(new Set([...paid.values()].map(({ reference }) => reference)).size, 4);
});

test('settle-payments notices a payment that was written down wrong', async () => {
  const wrong = { id: 'pay_1', status: 'pending', amount_minor: 1 };
  await assert.rejects(
    settlePayments.work(async () => wrong, '2026-11-22'),
    /another amount/,
  );
});

test('call-gateway calls in parallel', async () => {
  let together = 0;
  let most = 0;
  const api = async () => {
    most = Math.max(most, ++together);
    await Promise.resolve();
    together--;
    return { base: 'EUR', rates: { USD: 1.1 }, served_at: '' };
  };
  assert.equal(
    await callGateway.work(api, '2026-11-22'),
    '5 calls at once, 1 EUR = 1.1 USD',
  );
  assert.equal(most, 5);
});
