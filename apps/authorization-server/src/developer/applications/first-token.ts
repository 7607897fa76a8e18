import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import { type Curl, terminal } from '../terminal.ts';

/**
 * How a machine gets its first token, in a terminal. The secret is asked for
 * and not written into the line, where the shell's history would keep it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2
 */
export function firstToken(client: Client, curl: Curl): Html {
  const inHeader = `  --user "${client.clientId}:$CLIENT_SECRET"`;
  const inForm = `  -d client_id=${client.clientId} -d "client_secret=$CLIENT_SECRET"`;
  const basic = client.tokenEndpointAuthMethod === 'client_secret_basic';
  const lines = [
    `${curl('/token')} \\`,
    `${basic ? inHeader : inForm} \\`,
    `  -d grant_type=client_credentials -d scope=${client.scopes[0]}`,
  ];
  return terminal('Its first token', 'CLIENT_SECRET', 'the secret', lines);
}
