/**
 * The demo's people, mail, contacts and payments, put where a table is empty.
 * The times count back from now, so that an inbox looks lived in on any day.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import type { Database } from '@four-roles/runtime/database';
import { snippetOf } from './mailbox.ts';
import { newId } from './new-id.ts';
import { contacts, messages, payments, people } from './schema.ts';
import { adaMessages } from './seed/ada.ts';
import { demoContacts } from './seed/contacts.ts';
import { graceMessages } from './seed/grace.ts';
import { demoPayments } from './seed/payments.ts';
import { ada, grace } from './seed/people.ts';
import type { SeedMessage } from './seed/seed-message.ts';

const minute = 60_000;

export function seed(database: Database, clock: Clock): void {
  const now = clock.now();
  const work = (transaction: Pick<Database, 'insert'>) => {
    if (isEmpty(database, people)) {
      transaction.insert(people).values([ada, grace]).run();
    }
    if (isEmpty(database, messages)) {
      const rows = [
        ...adaMessages.map((message) => messageRow(ada, message, now)),
        ...graceMessages.map((message) => messageRow(grace, message, now)),
      ];
      transaction.insert(messages).values(rows).run();
    }
    if (isEmpty(database, contacts)) {
      const rows = demoContacts.map(([name, email, company], index) => ({
        id: newId('con'),
        name,
        email,
        company,
        updated_at: now - (index + 1) * 1440 * minute,
      }));
      transaction.insert(contacts).values(rows).run();
    }
    if (isEmpty(database, payments)) {
      const rows = demoPayments.map((payment, index) => paymentRow(payment, index, now));
      transaction.insert(payments).values(rows).run();
    }
  };
  database.transaction(work, { behavior: 'immediate' });
}

function isEmpty(
  database: Database,
  table: typeof people | typeof messages | typeof contacts | typeof payments,
): boolean {
  return database.select().from(table).limit(1).all().length === 0;
}

function paymentRow(
  [creditor, reference, amount_minor, currency, days_ago]: (typeof demoPayments)[number],
  index: number,
  now: number,
) {
  return {
    id: newId('pay'),
    client_id: 'nightly',
    idempotency_key: `demo-${index + 1}`,
    fingerprint: sha256(`demo-${index + 1}`),
    amount_minor,
    currency,
    creditor,
    reference,
    created_at: now - days_ago * 1440 * minute,
  };
}

function messageRow(owner: typeof ada, message: SeedMessage, now: number) {
  const [from_name, from_email] = message.from;
  return {
    id: newId('msg'),
    owner: owner.sub,
    folder: message.folder ?? 'inbox',
    from_name,
    from_email,
    to: message.to ?? owner.email,
    subject: message.subject,
    snippet: snippetOf(message.body),
    body: message.body,
    sent_at: now - message.minutes_ago * minute,
    unread: message.unread ?? false,
  } as const;
}
