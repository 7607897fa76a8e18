/**
 * GET /.well-known/oauth-authorization-server
 *
 * Discovery: from the issuer alone to the address of everything that the
 * client needs of it.
 *
 * ```http
 * GET /.well-known/oauth-authorization-server HTTP/1.1
 * Host: localhost:9001
 *
 * HTTP/1.1 200 OK
 * Content-Type: application/json
 *
 * {"issuer": "http://localhost:9001", "authorization_endpoint": "http://localhost:9001/authorize", ...}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3
 */
import {
  authorizationServerMetadataUrl,
  judgeServerMetadata,
} from '@four-roles/protocol/authorization-server-metadata';
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { clock } from '../config.ts';
import { discoveryWellFormed, s256Supported } from '../rules/server-metadata.ts';
import { send, Unreachable } from './send.ts';

const endpoints = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  revocation_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  end_session_endpoint: z.url(),
});

const serverMetadata = endpoints.extend({
  issuer: z.string(),
  code_challenge_methods_supported: z.array(z.string()).default([]),
});

export type ServerMetadata = z.infer<typeof serverMetadata>;

const tenMinutes = 10 * 60 * 1000;
const kept = new Map<string, { metadata: ServerMetadata; until: number }>();

/** The metadata of an issuer, asked for at most every ten minutes. */
export async function discover(issuer: string): Promise<ServerMetadata> {
  const found = kept.get(issuer);
  if (found && clock.now() < found.until) return found.metadata;
  const metadata = await requestServerMetadata(issuer);
  kept.set(issuer, { metadata, until: clock.now() + tenMinutes });
  return metadata;
}

/**
 * @throws {Unreachable} where there is no answer
 * @throws {OAuthError} invalid_response
 */
export async function requestServerMetadata(issuer: string): Promise<ServerMetadata> {
  // 1. Ask at the one place that follows from the issuer.
  const response = await send(
    'authorization server',
    authorizationServerMetadataUrl(issuer),
  );
  if (response.status !== 200) {
    throw new Unreachable('authorization server', issuer, `status ${response.status}`);
  }

  // 2. It is a JSON object with what the client needs (RFC 8414, section 3.2).
  const answer = serverMetadata.safeParse(await response.json().catch(() => null));
  check(discoveryWellFormed, answer.success, {
    expected: Object.keys(serverMetadata.shape).join(', '),
    received: `missing or wrong: ${answer.error?.issues.map(({ path }) => path.join('.')).join(', ')}`,
  });
  const metadata = answer.data;

  // 3. It is the issuer's own, and names addresses that codes, tokens and the secret may travel to.
  judgeServerMetadata(issuer, metadata, Object.values(endpoints.parse(metadata)));

  // 4. What the client counts on against stolen codes is there (RFC 8414, section 2).
  check(s256Supported, metadata.code_challenge_methods_supported.includes('S256'), {
    expected: 'S256',
    received: metadata.code_challenge_methods_supported.join(', '),
  });

  return metadata;
}
