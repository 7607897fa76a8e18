/**
 * GET /.well-known/oauth-authorization-server
 *
 * Discovery: from the issuer alone to the addresses of its endpoints.
 *
 * ```http
 * GET /.well-known/oauth-authorization-server HTTP/1.1
 * Host: localhost:9001
 *
 * HTTP/1.1 200 OK
 * Content-Type: application/json
 *
 * {"issuer": "http://localhost:9001", "token_endpoint": "http://localhost:9001/token",
 *  "registration_endpoint": "http://localhost:9001/register", ...}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
import {
  authorizationServerMetadataUrl,
  judgeServerMetadata,
} from '@four-roles/protocol/authorization-server-metadata';
import type { Clock } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { TryAgain } from './back-off.ts';
import { metadataWellFormed } from './rules/server-metadata.ts';
import { send } from './send.ts';

const serverMetadata = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  registration_endpoint: z.url().optional(),
});

export type ServerMetadata = z.infer<typeof serverMetadata>;

/** What the authorization server says of itself; it is asked once. */
export type Discovery = () => Promise<ServerMetadata>;

export function discovery(issuer: string, clock: Clock): Discovery {
  let found: ServerMetadata | undefined;
  return async () => {
    found ??= await discover(issuer, clock);
    return found;
  };
}

/**
 * @throws {TryAgain} where there is no answer
 * @throws {OAuthError} invalid_response
 */
export async function discover(issuer: string, clock: Clock): Promise<ServerMetadata> {
  // 1. Ask at the one place that follows from the issuer.
  const response = await send(authorizationServerMetadataUrl(issuer), clock);
  if (response.status !== 200) {
    throw new TryAgain(`the metadata of ${issuer} was answered with ${response.status}`);
  }

  // 2. Read what the worker needs of it (RFC 8414, section 3.2).
  const metadata = serverMetadata.safeParse(await response.json().catch(() => null));
  check(metadataWellFormed, metadata.success, {
    expected: 'JSON with issuer and token_endpoint',
    received: metadata.error?.issues.map((issue) => issue.path.join('.')).join(', '),
  });

  // 3. It is the issuer's own, and names addresses that secrets may travel to.
  const { token_endpoint, registration_endpoint } = metadata.data;
  const used = [token_endpoint, registration_endpoint].filter(
    (each) => each !== undefined,
  );
  judgeServerMetadata(issuer, metadata.data, used);

  return metadata.data;
}
