/**
 * The protected resources for machines: /business/contacts, /business/payments.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import {
  idempotencyKeyNamesOneRequest,
  idempotencyKeyPresent,
} from '../src/rules/idempotency.ts';
import { paymentBelongsToClient, tokenSpeaksForClient } from '../src/rules/permission.ts';
import { openPayments } from '../src/storage/payments.ts';
import { paymentsKept } from '../src/storage/payments-clean-up.ts';
import { ada, json, origin, startAcorn } from './acorn.ts';

type Contact = {
  id: string;
  name: string;
  email: string;
  company: string;
  updated_at: string;
};
type ContactList = { contacts: Contact[]; next_cursor: string | null };
type Payment = { id: string; amount_minor: number; status: string; created_at: string };
type PaymentList = { payments: Payment[]; next_cursor: string | null };

const order = {
  amount_minor: 12_500,
  currency: 'EUR',
  creditor: 'Clement & Sons',
  reference: 'Gear wheels',
};

type Acorn = ReturnType<typeof startAcorn>;

function pay(
  acorn: Acorn,
  key: string,
  body: unknown = order,
  token = acorn.machineToken('/business/payments'),
) {
  return acorn.post('/business/payments', token, body, { 'Idempotency-Key': key });
}

function count(acorn: Acorn): number {
  const row = acorn.database.$client.prepare('select count(*) as n from payments').get();
  return (row as { n: number }).n;
}

test('GET /business/contacts: by name, in pages', async () => {
  const acorn = startAcorn();
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/business/contacts?limit=10${cursor && `&cursor=${cursor}`}`;
    const response = await acorn.call(path, acorn.machineToken('/business/contacts'));
    assert.equal(response.status, 200);
    const page: ContactList = await json<ContactList>(response);
    names.push(...page.contacts.map(({ name }) => name));
    cursor = page.next_cursor;
  }
  assert.equal(names.length, 24);
  assert.deepEqual(names, names.toSorted());
});

test('POST /business/contacts: 201 for a new one, 200 for one brought up to date', async () => {
  const acorn = startAcorn();
  const contact = {
    name: 'Annie Easley',
    email: 'Annie@centaur.example',
    company: 'Centaur',
  };
  const made = await acorn.post(
    '/business/contacts',
    acorn.machineToken('/business/contacts'),
    contact,
  );
  assert.equal(made.status, 201);
  const first = await json<Contact>(made);
  assert.equal(first.email, 'annie@centaur.example');
  const again = await acorn.post(
    '/business/contacts',
    acorn.machineToken('/business/contacts'),
    {
      ...contact,
      company: 'Upper Stage',
    },
  );
  assert.equal(again.status, 200);
  assert.deepEqual(await json<Contact>(again), { ...first, company: 'Upper Stage' });
});

test('a contact or a payment that is not complete is refused with the name of the field', async () => {
  const acorn = startAcorn();
  const contact = { name: 'Annie', email: 'annie@centaur.example', company: 'Centaur' };
  type Path = '/business/contacts' | '/business/payments';
  const refused = async (path: Path, body: object, name: string) => {
    const headers = { 'Idempotency-Key': 'k' };
    const response = await acorn.post(path, acorn.machineToken(path), body, headers);
    assert.equal(response.status, 400, JSON.stringify(body));
    assert.match((await json(response)).error_description, new RegExp(`^${name}: `));
  };
  for (const wrong of [{ name: '' }, { email: 'annie' }, { company: 5 }]) {
    await refused('/business/contacts', { ...contact, ...wrong }, Object.keys(wrong)[0]!);
  }
  const amounts = [0, -1, 1.5, '100', 1e12, null].map((amount_minor) => ({
    amount_minor,
  }));
  const others = [{ currency: 'euro' }, { creditor: '' }, { reference: 'a\nb' }];
  for (const wrong of [...amounts, ...others]) {
    await refused('/business/payments', { ...order, ...wrong }, Object.keys(wrong)[0]!);
  }
  assert.equal(
    (await acorn.call('/business/contacts', acorn.machineToken('/business/contacts')))
      .status,
    200,
  );
});

test('every operation needs its own scope', async () => {
  const acorn = startAcorn();
  const contacts = ['/business/contacts', 'contacts.read contacts.write'] as const;
  const payments = ['/business/payments', 'payments.read payments.create'] as const;
  const operations = [
    ['GET', ...contacts, '', 'contacts.read'],
    ['POST', ...contacts, '', 'contacts.write'],
    ['GET', ...payments, '', 'payments.read'],
    ['GET', ...payments, '/pay_1', 'payments.read'],
    ['POST', ...payments, '', 'payments.create'],
  ] as const;
  for (const [method, resource, all, below, needed] of operations) {
    const scope = all.split(' ').find((each) => each !== needed);
    const token = acorn.machineToken(resource, { scope });
    const response = await acorn.call(resource + below, token, { method });
    assert.equal(response.status, 403, `${method} ${resource}${below}`);
    assert.match(
      response.headers.get('WWW-Authenticate')!,
      new RegExp(`scope="${needed}"`),
    );
  }
});

provesRule(tokenSpeaksForClient, async () => {
  const acorn = startAcorn();
  const token = acorn.machineToken('/business/payments', { sub: ada });
  const response = await acorn.call('/business/payments', token);
  assert.equal(response.status, 403);
  assert.equal((await json(response)).error, 'access_denied');
});

test('POST /business/payments: pending at first, settled after a minute', async () => {
  const acorn = startAcorn();
  const response = await pay(acorn, 'invoice-1');
  assert.equal(response.status, 201);
  const payment = await json<Payment>(response);
  assert.equal(payment.status, 'pending');
  assert.equal(
    response.headers.get('Location'),
    `${origin}/business/payments/${payment.id}`,
  );
  assert.equal(response.headers.get('Idempotency-Replayed'), null);

  const ids = async (status: string) => {
    const path = `/business/payments?limit=100&status=${status}`;
    const list = await json<PaymentList>(
      await acorn.call(path, acorn.machineToken('/business/payments')),
    );
    assert.ok(list.payments.every((each) => each.status === status));
    return list.payments.map(({ id }) => id);
  };
  assert.deepEqual(await ids('pending'), [payment.id]);
  acorn.clock.advance(60);
  assert.deepEqual(await ids('pending'), []);
  assert.equal((await ids('settled'))[0], payment.id);
  const read = await acorn.call(
    `/business/payments/${payment.id}`,
    acorn.machineToken('/business/payments'),
  );
  assert.deepEqual(await json<Payment>(read), { ...payment, status: 'settled' });
});

provesRule(idempotencyKeyPresent, async () => {
  const acorn = startAcorn();
  const path = '/business/payments';
  for (const key of [undefined, '', 'x'.repeat(256)]) {
    const headers: Record<string, string> =
      key === undefined ? {} : { 'Idempotency-Key': key };
    const response = await acorn.post(
      path,
      acorn.machineToken('/business/payments'),
      order,
      headers,
    );
    assert.equal(response.status, 400);
    assert.equal((await json(response)).error, 'invalid_request');
  }
});

test('a repetition gets the same answer, a day long, and pays nothing', async () => {
  const acorn = startAcorn();
  const before = count(acorn);
  const first = await pay(acorn, 'invoice-1');
  const body = await first.text();
  acorn.clock.advance(86_400);
  const reordered = Object.fromEntries(Object.entries(order).reverse());
  const again = await pay(acorn, 'invoice-1', reordered);
  assert.equal(again.status, 201);
  assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
  assert.equal(await again.text(), body);
  assert.equal(count(acorn), before + 1);
});

test('after a day and an hour the key is forgotten, and the payment is not', async () => {
  const acorn = startAcorn();
  const first = await json<Payment>(await pay(acorn, 'invoice-1'));
  acorn.clock.advance(25 * 3600);
  const second = await json<Payment>(await pay(acorn, 'invoice-1'));
  assert.notEqual(second.id, first.id);
  for (const { id } of [first, second]) {
    const read = await acorn.call(
      `/business/payments/${id}`,
      acorn.machineToken('/business/payments'),
    );
    assert.equal(read.status, 200);
  }
});

test('of each client, the newest thousand payments and those of the last day are kept', async () => {
  const acorn = startAcorn();
  const payments = openPayments(acorn.database);
  const make = async (client_id: string, how: number) => {
    const common = {
      ...order,
      client_id,
      fingerprint: '',
      created_at: acorn.clock.now(),
    };
    for (let each = 0; each < how; each++) {
      await payments.createPayment({ ...common, idempotency_key: `${each}` });
    }
  };
  const kept = async (client_id: string) => {
    const ever = { from: 0, before: Number.MAX_SAFE_INTEGER };
    const end = { created_at: Number.MAX_SAFE_INTEGER, id: '' };
    return (await payments.listPayments(client_id, ever, end, 5000)).length;
  };
  await make('busy', paymentsKept + 200);
  await make('quiet', 3);
  acorn.clock.advance(24 * 3600);
  await make('busy', 1);
  assert.equal(await kept('busy'), paymentsKept + 200, 'not one of the last day goes');
  acorn.clock.advance(3600);
  await make('busy', 1);
  assert.equal(await kept('busy'), paymentsKept + 1);
  assert.equal(await kept('quiet'), 3);
});

test('of many identical requests at once, one pays', async () => {
  const acorn = startAcorn();
  const before = count(acorn);
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => pay(acorn, 'invoice-1')),
  );
  assert.ok(answers.every(({ status }) => status === 201));
  const replayed = answers.filter(({ headers }) => headers.has('Idempotency-Replayed'));
  assert.equal(replayed.length, 24);
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
  assert.equal(bodies.size, 1);
  assert.equal(count(acorn), before + 1);
});

provesRule(idempotencyKeyNamesOneRequest, async () => {
  const acorn = startAcorn();
  await pay(acorn, 'invoice-1');
  const response = await pay(acorn, 'invoice-1', { ...order, amount_minor: 999 });
  assert.equal(response.status, 422);
  assert.equal((await json(response)).error, 'idempotency_key_reused');
});

test('two clients may use the same key', async () => {
  const acorn = startAcorn();
  const other = acorn.machineToken('/business/payments', {
    sub: 'other',
    client_id: 'other',
  });
  const ours = await json<Payment>(await pay(acorn, 'invoice-1'));
  const response = await pay(acorn, 'invoice-1', { ...order, amount_minor: 1 }, other);
  assert.equal(response.status, 201);
  assert.notEqual((await json<Payment>(response)).id, ours.id);
});

provesRule(paymentBelongsToClient, async () => {
  const acorn = startAcorn();
  const { id } = await json<Payment>(await pay(acorn, 'invoice-1'));
  const other = acorn.machineToken('/business/payments', {
    sub: 'other',
    client_id: 'other',
  });
  const theirs = await acorn.call(`/business/payments/${id}`, other);
  const nobodys = await acorn.call('/business/payments/pay_none', other);
  assert.equal(theirs.status, 404);
  assert.deepEqual(await json(theirs), await json(nobodys));
  const list = await acorn.call('/business/payments', other);
  assert.deepEqual(await json<PaymentList>(list), { payments: [], next_cursor: null });
});

test('a restart keeps every row, and a key from before still pays nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resource-server-'));
  const databaseFile = join(folder, 'resource-server.sqlite');
  const before = startAcorn({ databaseFile });
  const body = await (await pay(before, 'invoice-1')).text();
  const rows = count(before);
  before.database.$client.close();

  const after = startAcorn({ databaseFile });
  const again = await pay(after, 'invoice-1');
  assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
  assert.equal(await again.text(), body);
  assert.equal(count(after), rows);
  const list = await after.call('/user/messages?limit=100', after.token());
  const { messages } = await json<{ messages: unknown[] }>(list);
  assert.equal(messages.length, 20);
  after.database.$client.close();
  rmSync(folder, { recursive: true });
});
