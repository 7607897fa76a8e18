/**
 * What this server asks of the authorization server, and what it says where
 * there is no answer.
 */
import {
  authorizationServerMetadataUrl,
  judgeServerMetadata,
} from '@four-roles/protocol/authorization-server-metadata';
import type { Clock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { timeoutAfter } from '@four-roles/protocol/timeout-after';
import { z } from 'zod';
import { outgoingHeaders } from '../outgoing-headers.ts';

const metadata = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  introspection_endpoint: z.url(),
  acorn_revocations_endpoint: z.url().optional(),
});

/** The part of its metadata that a resource server needs. */
export type Metadata = z.infer<typeof metadata>;

export type AuthorizationServer = {
  /** @throws {OAuthError} temporarily_unavailable, invalid_response */
  metadata(): Promise<Metadata>;
  /**
   * Send a request and read the JSON of a 200.
   *
   * @throws {OAuthError} temporarily_unavailable where there is no such answer within three seconds
   */
  ask<Schema extends z.ZodType>(
    schema: Schema,
    url: string,
    init?: RequestInit,
  ): Promise<z.infer<Schema>>;
};

/** Nothing is asked before the first token arrives, so either server may start first. */
export function authorizationServerOf(
  issuer: string,
  clock: Clock,
  fetch: typeof globalThis.fetch,
): AuthorizationServer {
  let known: Promise<Metadata> | undefined;

  async function ask<Schema extends z.ZodType>(
    schema: Schema,
    url: string,
    init?: RequestInit,
  ): Promise<z.infer<Schema>> {
    try {
      const response = await fetch(url, {
        ...init,
        headers: {
          Accept: 'application/json',
          ...outgoingHeaders(),
          ...init?.headers,
        },
        redirect: 'error',
        signal: timeoutAfter(clock, 3000),
      });
      if (response.status !== 200) throw new Error(`status ${response.status}`);
      return schema.parse(await response.json());
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  /** @see https://www.rfc-editor.org/rfc/rfc8414#section-3 */
  async function fetchMetadata(): Promise<Metadata> {
    const described = await ask(metadata, authorizationServerMetadataUrl(issuer));
    const { jwks_uri, introspection_endpoint, acorn_revocations_endpoint } = described;
    const endpoints = [jwks_uri, introspection_endpoint, acorn_revocations_endpoint];
    judgeServerMetadata(
      issuer,
      described,
      endpoints.filter((url) => url !== undefined),
    );
    return described;
  }

  return {
    ask,
    metadata() {
      known ??= fetchMetadata().catch((error) => {
        known = undefined;
        throw error;
      });
      return known;
    },
  };
}

/**
 * Whether a token is good cannot be told now. That is neither the client's
 * fault (401) nor this server's (500), and it must not count as a yes.
 */
function unavailable(cause: unknown): OAuthError {
  const error = new OAuthError(
    'temporarily_unavailable',
    'The authorization server did not answer, so this token cannot be checked now.',
  );
  error.cause = cause;
  return error;
}
