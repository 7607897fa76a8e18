/**
 * What the worker was given when it was registered, and the key that it made
 * itself.
 *
 * With `client_secret_basic` the authorization server makes the secret, both
 * sides know it, and it crosses the wire with each token request. With
 * `private_key_jwt` the private key never leaves this machine: whoever reads
 * the wire, or the authorization server's database, learns nothing that they
 * could sign with.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-3
 */
import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import { z } from 'zod';

export const authenticationMethods = ['client_secret_basic', 'private_key_jwt'] as const;

export type AuthenticationMethod = (typeof authenticationMethods)[number];

const privateKey = z
  .looseObject({ kty: z.string(), d: z.string(), kid: z.string() })
  .transform((jwk) => jwk as PrivateJwk);

const registered = z.object({
  client_id: z.string().min(1),
  /** Seconds since the epoch. */
  client_id_issued_at: z.number().optional(),
  /** With this token, at this address, it reads its registration and gets a new secret. */
  registration_access_token: z.string().min(1).optional(),
  registration_client_uri: z.url().optional(),
});

export const credentialsSchema = z.union([
  registered.extend({
    // Where nothing is said, it is this one (RFC 7591, section 2).
    token_endpoint_auth_method: z
      .literal('client_secret_basic')
      .default('client_secret_basic'),
    client_secret: z.string().min(1),
  }),
  registered.extend({
    token_endpoint_auth_method: z.literal('private_key_jwt'),
    private_key: privateKey,
  }),
]);

export type Credentials = z.infer<typeof credentialsSchema>;

/** A key that was made, and is not yet registered. */
export const keySchema = z.object({ private_key: privateKey });
