import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { applicationOfItsOwner } from '../../rules/developer.ts';
import type { Client } from '../../storage/clients.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';

/**
 * The application that the path names, if it is one's own.
 *
 * @throws {OAuthError} not_found: another person's application is answered for
 *   as one that does not exist
 */
export async function ownApplication(c: Context, storage: Storage): Promise<Client> {
  const client = await storage.findClient(c.req.param('client_id') ?? '');
  check(applicationOfItsOwner, client?.owner === developerOf(c).subject);
  if (!client) throw new OAuthError('not_found', 'There is no such application.');
  return client;
}

/** Where its page is. */
export function pathOfApplication(clientId: string): string {
  return `/developer/applications/${encodeURIComponent(clientId)}`;
}
