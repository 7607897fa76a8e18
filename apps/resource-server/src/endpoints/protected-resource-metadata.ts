/**
 * GET /.well-known/oauth-protected-resource/user
 * (or /business/contacts, /business/payments, /gateway)
 *
 * What a protected resource says of itself: a client that was refused finds
 * here whose tokens are accepted, and with which scopes.
 *
 *     200 OK
 *     { "resource": "http://localhost:9002/user",
 *       "authorization_servers": ["http://localhost:9001"], ... }
 *
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-3.1
 */
import type { ProtectedResourceMetadata } from '@four-roles/protocol/protected-resource-metadata';
import { jsonResponse } from '../json-response.ts';
import { type ProtectedResource, resourceIdentifier } from '../resources.ts';

export function protectedResourceMetadata(
  origin: string,
  issuer: string,
  resource: ProtectedResource,
) {
  const metadata: ProtectedResourceMetadata = {
    resource: resourceIdentifier(origin, resource),
    resource_name: resource.name,
    authorization_servers: [issuer],
    scopes_supported: resource.scopes,
    bearer_methods_supported: ['header'],
  };
  return function protectedResourceMetadata() {
    return jsonResponse(metadata, 200, { 'Cache-Control': 'public, max-age=300' });
  };
}
