import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiRequest } from '../src/api-call.ts';
import { callGateway } from '../src/jobs/call-gateway.ts';
import { copyContacts } from '../src/jobs/copy-contacts.ts';
import { crm } from '../src/jobs/crm.ts';
import { settlePayments } from '../src/jobs/settle-payments.ts';

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
  const line = await copyContacts.work(api, 'run');
  assert.equal(line, `2 contacts read, ${crm.length - 1} added from the CRM`);
  assert.deepEqual(added, crm.slice(1));
  assert.match(await copyContacts.work(api, 'run'), /, 0 added/);
});

test('settle-payments sends the same keys for the same run, and reads each payment back', async () => {
  const keys: (string | undefined)[] = [];
  const paid = new Map<string, unknown>();
  const api = async ({ method, path, json, idempotencyKey }: ApiRequest) => {
    if (method === 'GET') return paid.get(path);
    keys.push(idempotencyKey);
    const id = `pay/${keys.length}`;
    const payment = { ...(json as object), id, status: 'pending' };
    paid.set(`/payments/pay%2F${keys.length}`, payment);
    return payment;
  };
  await settlePayments.work(api, 'run-1');
  const first = keys.splice(0);
  await settlePayments.work(api, 'run-1');
  assert.deepEqual(keys.splice(0), first);
  await settlePayments.work(api, 'run-2');
  assert.equal(new Set([...first, ...keys]).size, first.length * 2);
});

test('settle-payments notices a payment that was written down wrong', async () => {
  const wrong = { id: 'pay_1', status: 'pending', amount_minor: 1 };
  await assert.rejects(
    settlePayments.work(async () => wrong, 'run'),
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
  assert.equal(await callGateway.work(api, 'run'), '5 calls at once, 1 EUR = 1.1 USD');
  assert.equal(most, 5);
});
