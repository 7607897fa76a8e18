/**
 * POST /business/contacts
 *
 * Add a contact. An email address belongs to one contact: sent again, it
 * brings that contact up to date (200 instead of 201).
 *
 *     POST /business/contacts
 *     Authorization: Bearer eyJ...
 *     Content-Type: application/json
 *
 *     { "name": "Alan Turing", "email": "alan@bombe.example", "company": "Hut 8" }
 *
 *     201 Created
 *     { "id": "con_...", "name": "Alan Turing", ... }
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Admit } from '../access/admit.ts';
import { clientBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { emailAddress, oneLine, readJson } from '../request-input.ts';
import { contacts as contactsResource } from '../resources.ts';
import type { Contacts } from '../storage/contacts.ts';
import { wireContact } from './list-contacts.ts';

const newContact = z.object({
  name: oneLine(140),
  email: emailAddress.transform((address) => address.toLowerCase()),
  company: oneLine(140),
});

export function createContact(admit: Admit, contacts: Contacts, clock: Clock) {
  return async function createContact(c: Context) {
    // 1. The token allows a machine to write contacts.
    const { claims } = await admit(c, contactsResource, 'contacts.write');
    clientBehind(claims);

    // 2. The contact is complete.
    const sent = await readJson(c, newContact);

    // 3. New, or brought up to date.
    const { contact, created } = await contacts.saveContact(sent, clock.now());
    return jsonResponse(wireContact(contact), created ? 201 : 200);
  };
}
