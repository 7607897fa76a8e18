/**
 * From the JSON of a stranger to client metadata: each known member has its
 * type, and every other one is ignored (RFC 7591, section 2). What is null or
 * empty counts as omitted (RFC 7592, section 2.2).
 */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { metadataMembersWellFormed } from '../rules/client-metadata.ts';

const text = z.string().optional();
const texts = z.array(z.string()).optional();

/** With the members that no public key has, so that they are seen and refused. */
const key = z.object({
  ...{ kty: z.string(), crv: text, x: text, y: text, kid: text, alg: text, use: text },
  ...{ d: z.unknown().optional(), k: z.unknown().optional() },
});

const metadata = z.object({
  client_name: text,
  client_uri: text,
  description: text,
  application_type: text,
  redirect_uris: texts,
  post_logout_redirect_uris: texts,
  grant_types: texts,
  response_types: texts,
  token_endpoint_auth_method: text,
  scope: text,
  jwks: z.object({ keys: z.array(key) }).optional(),
  jwks_uri: text,
});

/** @throws {OAuthError} invalid_client_metadata */
export function readMetadata(sent: Record<string, unknown>): ClientMetadata {
  const members = Object.entries(sent).filter(
    ([, value]) => value !== null && value !== '',
  );
  const read = metadata.safeParse(Object.fromEntries(members));
  check(metadataMembersWellFormed, read.success, {
    received: read.error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    ),
  });
  return read.data as ClientMetadata;
}
