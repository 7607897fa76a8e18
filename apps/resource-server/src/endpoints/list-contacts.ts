/**
 * GET /business/contacts
 *
 * The contacts of the business, by name.
 *
 *     GET /business/contacts?limit=50
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "contacts": [{ "id": "con_...", "name": "Alan Turing", ... }], "next_cursor": null }
 */
import type { Context } from 'hono';
import { z } from 'zod';
import type { Admit } from '../access/admit.ts';
import { clientBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { pageOf, pageParameters } from '../pagination.ts';
import { readQuery } from '../request-input.ts';
import { contacts as contactsResource } from '../resources.ts';
import type { Contact, Contacts } from '../storage/contacts.ts';

const parameters = z.object(pageParameters(z.string(), ['', '']));

export function listContacts(admit: Admit, contacts: Contacts) {
  return async function listContacts(c: Context) {
    // 1. The token allows a machine to read contacts.
    const { claims } = await admit(c, contactsResource, 'contacts.read');
    clientBehind(claims);

    // 2. The page that was asked for.
    const { limit, cursor } = readQuery(c, parameters);
    const [name, id] = cursor;
    const found = await contacts.listContacts({ name, id }, limit + 1);
    const { rows, next_cursor } = pageOf(found, limit, (row) => [row.name, row.id]);

    return jsonResponse({ contacts: rows.map(wireContact), next_cursor });
  };
}

/** A contact as it travels. */
export function wireContact(contact: Contact) {
  return { ...contact, updated_at: new Date(contact.updated_at).toISOString() };
}
