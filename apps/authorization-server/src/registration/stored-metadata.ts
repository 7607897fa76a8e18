/** Between what a client said of itself and the columns in which that is kept. */
import type {
  ClientMetadata,
  PublicKeyMembers,
} from '@four-roles/protocol/client-registration-messages';
import { formatScope, parseScope } from '@four-roles/protocol/scope';
import type { Client } from '../storage/clients.ts';

/** @param metadata completed */
export function columnsOf(metadata: ClientMetadata) {
  return {
    clientName: metadata.client_name ?? '',
    clientUri: metadata.client_uri ?? '',
    description: metadata.description ?? '',
    applicationType: metadata.application_type as Client['applicationType'],
    tokenEndpointAuthMethod:
      metadata.token_endpoint_auth_method as Client['tokenEndpointAuthMethod'],
    redirectUris: metadata.redirect_uris ?? [],
    postLogoutRedirectUris: metadata.post_logout_redirect_uris ?? [],
    grantTypes: metadata.grant_types ?? [],
    scopes: parseScope(metadata.scope),
    jwks: metadata.jwks ? { keys: metadata.jwks.keys.map(publicMembers) } : null,
    jwksUri: metadata.jwks_uri ?? null,
  };
}

/** What the server knows of a client, in the words in which it was registered. */
export function metadataOf(client: Client): ClientMetadata {
  const asks = client.grantTypes.includes('authorization_code');
  return {
    client_name: client.clientName,
    client_uri: client.clientUri,
    ...(client.description && { description: client.description }),
    application_type: client.applicationType,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    grant_types: client.grantTypes,
    response_types: asks ? ['code'] : [],
    token_endpoint_auth_method: client.tokenEndpointAuthMethod,
    scope: formatScope(client.scopes),
    ...(client.jwks && { jwks: client.jwks as ClientMetadata['jwks'] }),
    ...(client.jwksUri && { jwks_uri: client.jwksUri }),
  };
}

/** Nothing else of a key is kept: a private member least of all. */
function publicMembers({ kty, crv, x, y, kid, alg, use }: PublicKeyMembers) {
  return JSON.parse(JSON.stringify({ kty, crv, x, y, kid, alg, use }));
}
