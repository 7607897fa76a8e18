/** What the console calls things. */
import type {
  ApplicationType,
  ClientAuthenticationMethod,
} from '../storage/schema/clients.ts';

export const typeName: Record<ApplicationType, string> = {
  web: 'Web app with a server',
  browser: 'App in the browser',
  native: 'App on a device',
  service: 'Server-to-server',
};

export const authenticationName: Record<ClientAuthenticationMethod, string> = {
  client_secret_basic: 'a secret, in the header',
  client_secret_post: 'a secret, in the form',
  private_key_jwt: 'a signature, with its key',
  none: 'nothing: it is public',
};
