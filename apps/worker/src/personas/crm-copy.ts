/**
 * CRM copy: keeps Acorn's contacts complete. Whoever is in our CRM and not yet
 * there is added. Done twice, it adds nobody twice.
 *
 *     pnpm persona crm-copy
 *
 * Its token is for the contacts, to read and to write. At the payments and at
 * the gateway it is refused, whoever stole it.
 */
import { z } from 'zod';
import { crm } from './crm.ts';
import type { Persona } from './persona.ts';

const page = z.object({
  contacts: z.array(z.object({ email: z.string() })),
  next_cursor: z.string().nullable(),
});

export const crmCopy: Persona = {
  id: 'crm-copy',
  name: 'CRM copy',
  description: 'Copies who is in our CRM and missing from the contacts at Acorn.',
  job: {
    name: 'copy-contacts',
    resource: '/business/contacts',
    scope: 'contacts.read contacts.write',

    async work(api) {
      // 1. Read who is there, page by page.
      const there = new Set<string>();
      const cursors = new Set<string>();
      let cursor: string | null = '';
      while (cursor !== null) {
        // The same page again would mean the same pages without end.
        if (cursors.has(cursor)) throw new Error(`the cursor ${cursor} came twice`);
        cursors.add(cursor);
        const query = new URLSearchParams({ limit: '20', ...(cursor && { cursor }) });
        const answer = page.parse(await api({ method: 'GET', path: `?${query}` }));
        for (const contact of answer.contacts) there.add(contact.email.toLowerCase());
        cursor = answer.next_cursor;
      }

      // 2. Add who is missing.
      const missing = crm.filter((contact) => !there.has(contact.email.toLowerCase()));
      for (const contact of missing) {
        await api({ method: 'POST', path: '', json: contact });
      }
      return `${there.size} contacts read, ${missing.length} added from the CRM`;
    },
  },
};
