/**
 * The ways in which a client proves who it is: its token_endpoint_auth_method.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */

/** Those of a confidential client: it has something to prove itself with. */
export const confidentialMethods = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
] as const;

export const authenticationMethods = [...confidentialMethods, 'none'] as const;

export type ClientAuthenticationMethod = (typeof authenticationMethods)[number];

type Registered = { tokenEndpointAuthMethod: ClientAuthenticationMethod };

/** It has nothing to prove itself with: anybody could be using its name. */
export function isPublic({ tokenEndpointAuthMethod: method }: Registered): boolean {
  return method === 'none';
}

export function needsSecret({ tokenEndpointAuthMethod: method }: Registered): boolean {
  return method === 'client_secret_basic' || method === 'client_secret_post';
}
