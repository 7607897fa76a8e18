/** Between the fields of the form and the metadata of a client. */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { readMetadata } from '../../registration/read-metadata.ts';
import { metadataOf } from '../../registration/stored-metadata.ts';
import type { Client } from '../../storage/clients.ts';
import { judgeField, type Refusals } from '../error-summary.ts';
import { readKeySet } from './read-key-set.ts';

/** What an application for people may do beside asking them. */
const grantsForPeople = ['authorization_code', 'refresh_token'];

/**
 * @param typed the form; what it does not ask for stays as it is in `before`
 * @param refusals is told where the keys are no key set
 */
export async function readApplication(
  typed: URLSearchParams,
  refusals: Refusals,
  before?: Client,
): Promise<ClientMetadata> {
  const text = (name: string) => typed.get(name)?.trim() || undefined;
  const type = text('application_type') ?? '';
  const method = text('token_endpoint_auth_method');
  const { grant_types, post_logout_redirect_uris } = before ? metadataOf(before) : {};
  const metadata = {
    client_name: text('client_name'),
    client_uri: text('client_uri'),
    description: text('description')?.replaceAll(/\s+/g, ' '),
    application_type: type,
    redirect_uris: (text('redirect_uris') ?? '').split(/\s+/).filter(Boolean),
    post_logout_redirect_uris,
    grant_types: grant_types ?? (type === 'service' ? undefined : grantsForPeople),
    token_endpoint_auth_method: method,
    scope: typed.getAll('scope').join(' '),
  };
  // Keys count for who signs with them; for anybody else they stay in the form.
  const read = await judgeField(refusals, 'jwks', () => {
    if (method !== 'private_key_jwt') return readMetadata(metadata);
    const jwks = readKeySet(text('jwks'));
    return readMetadata({ ...metadata, jwks, jwks_uri: text('jwks_uri') });
  });
  return read ?? readMetadata(metadata);
}

/** What the form of an application that is registered holds. */
export function fieldsOf(client: Client): URLSearchParams {
  const { jwks, redirect_uris = [], scope = '', ...metadata } = metadataOf(client);
  const texts = Object.entries(metadata).filter(([, value]) => typeof value === 'string');
  const fields = new URLSearchParams(texts as [string, string][]);
  fields.set('redirect_uris', redirect_uris.join('\n'));
  if (jwks) fields.set('jwks', JSON.stringify(jwks, null, 2));
  for (const each of scope.split(' ')) fields.append('scope', each);
  return fields;
}
