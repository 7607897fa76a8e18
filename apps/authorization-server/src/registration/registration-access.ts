/**
 * Who wants to register a client, or to read or change one that is registered?
 *
 *     Authorization: Bearer ooVMfLkNtQ...     an initial access token, or the
 *                                             registration access token of one client
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2
 */
import { parseBearer } from '@four-roles/protocol/bearer';
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { sha256 } from '@four-roles/protocol/hash';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { refusalsConcern } from '../error-response.ts';
import { remoteAddress } from '../remote-address.ts';
import * as rules from '../rules/client-registration.ts';
import type { Client } from '../storage/clients.ts';
import type { InitialAccessToken } from '../storage/initial-access-tokens.ts';
import type { Storage } from '../storage/storage.ts';
import { requestRate } from './request-rate.ts';

export type RegistrationAccess = ReturnType<typeof registrationAccess>;

/** A registration, and the token with which it was asked for. */
type OwnRegistration = { client: Client; registrationAccessToken: string };

export function registrationAccess(storage: Storage, clock: Clock) {
  const slowDown = requestRate(clock);

  /** @throws {OAuthError} authentication_required, too_many_requests */
  function readToken(c: Context): string {
    slowDown(`address:${remoteAddress(c)}`);
    const token = parseBearer(c.req.header('authorization'));
    check(rules.registrationTokenSent, token !== undefined);
    slowDown(`token:${sha256(token)}`);
    return token;
  }

  return {
    /** @throws {OAuthError} invalid_token, authentication_required, too_many_requests */
    async toRegister(c: Context): Promise<InitialAccessToken> {
      const hash = sha256(readToken(c));
      const found = await storage.findInitialAccessToken(hash, seconds(clock));
      check(rules.initialAccessTokenUsable, found !== undefined);
      return found;
    },

    /** @throws {OAuthError} invalid_token, authentication_required, too_many_requests */
    async toRead(c: Context): Promise<OwnRegistration> {
      const token = readToken(c);
      const clientId = c.req.param('client_id') ?? '';
      const client = await storage.findClient(clientId);
      check(rules.registeredClientKnown, client !== undefined, { received: clientId });
      const hash = client.registrationTokenHash ?? '';
      refusalsConcern(c, client);
      check(rules.registrationTokenMatches, constantTimeEqual(sha256(token), hash));
      return { client, registrationAccessToken: token };
    },

    /** @throws {OAuthError} as `toRead`, and access_denied for a client that is suspended */
    async toChange(c: Context): Promise<OwnRegistration> {
      // The sender decides how long its body takes: judge what there is after it.
      await c.req.text();
      const registration = await this.toRead(c);
      const { suspendedAt } = registration.client;
      check(rules.registrationNotSuspended, suspendedAt === null, {
        received: suspendedAt,
      });
      return registration;
    },
  };
}
