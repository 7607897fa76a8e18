/**
 * What a client is told of its registration.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-3
 */
import type { ClientInformationResponse } from '@four-roles/protocol/client-registration-messages';
import type { Client } from '../storage/clients.ts';
import { metadataOf } from './stored-metadata.ts';

/** @param clientSecret where it was issued just now; of any other there is only a hash */
export function describeRegistration(
  issuer: string,
  registration: {
    client: Client;
    registrationAccessToken: string;
    clientSecret?: string | undefined;
  },
): ClientInformationResponse {
  const { client, registrationAccessToken, clientSecret } = registration;
  return {
    client_id: client.clientId,
    client_id_issued_at: client.registeredAt,
    ...(clientSecret && { client_secret: clientSecret, client_secret_expires_at: 0 }),
    registration_client_uri: `${issuer}/register/${client.clientId}`,
    registration_access_token: registrationAccessToken,
    ...metadataOf(client),
  };
}
