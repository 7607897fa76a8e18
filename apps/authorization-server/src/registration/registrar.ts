/**
 * Where clients come from, and how they change: for the registration endpoint
 * and for the developer console alike.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591
 */

import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import { check } from '@four-roles/protocol/rule';
import { needsSecret } from '../client-authentication/methods.ts';
import { longestSecretOverlap } from '../lifetimes.ts';
import { type ProtectedResource, scopesOf } from '../resources.ts';
import * as rules from '../rules/client-registration.ts';
import type { Client } from '../storage/clients.ts';
import type { Storage } from '../storage/storage.ts';
import { completeMetadata } from './application-type.ts';
import type { Circumstances } from './circumstances.ts';
import { findMetadataProblems, judgeMetadata } from './client-metadata.ts';
import { newClientId, secretChange } from './issued-values.ts';
import { columnsOf } from './stored-metadata.ts';

export type Registrar = ReturnType<typeof clientRegistrar>;

/** Who registers: a person, or a program that a person gave a token to. */
type Registrant = {
  owner: string;
  scopesAllowed: string[];
  initialAccessTokenHash?: string;
};

export const mostClientsOfOnePerson = 50;

/** @param onLoopback this server runs on this machine, so that its clients may too */
export function clientRegistrar(
  resources: ProtectedResource[],
  onLoopback: boolean,
  storage: Storage,
  clock: Clock,
) {
  const scopesKnown = scopesOf(resources);

  function circumstances(otherNames: string[], scopesAllowed: string[]): Circumstances {
    return { otherNames, scopesKnown, scopesAllowed, onLoopback };
  }

  return {
    scopesKnown,

    /**
     * What a form should show beside its fields; empty where nothing is wrong.
     *
     * @param clientId of the client that is judged, where it is registered
     */
    async findProblems(
      sent: ClientMetadata,
      { owner, scopesAllowed }: Registrant,
      clientId?: string,
    ): Promise<ReturnType<typeof findMetadataProblems>> {
      const otherNames = await storage.listNamesOfOthers({ owner, clientId });
      const there = circumstances(otherNames, scopesAllowed);
      return findMetadataProblems(completeMetadata(sent), there);
    },

    /**
     * Make a client. Its secret, where it has one, and its registration access
     * token are told this once: only their hashes are kept.
     *
     * @throws {OAuthError} invalid_client_metadata, invalid_redirect_uri,
     *   invalid_token, access_denied; then nothing is stored
     */
    async register(sent: ClientMetadata, by: Registrant) {
      const metadata = completeMetadata(sent);
      const columns = columnsOf(metadata);
      const clientSecret = needsSecret(columns) ? randomValue() : undefined;
      const registrationAccessToken = randomValue();
      const now = seconds(clock);
      const client = await storage.registerClient(
        {
          ...columns,
          clientId: newClientId(),
          secretHash: clientSecret ? sha256(clientSecret) : null,
          isResourceServer: false,
          owner: by.owner,
          registeredAt: now,
          registrationTokenHash: sha256(registrationAccessToken),
        },
        by.initialAccessTokenHash,
        ({ otherNames, ofOwner, tokenUsable }) => {
          check(rules.initialAccessTokenSpent, tokenUsable);
          check(rules.clientsOfOnePersonFew, ofOwner < mostClientsOfOnePerson, {
            expected: `fewer than ${mostClientsOfOnePerson}`,
            received: ofOwner,
          });
          judgeMetadata(metadata, circumstances(otherNames, by.scopesAllowed));
        },
      );
      return { client, clientSecret, registrationAccessToken };
    },

    /**
     * Replace all that a client says of itself. Where it authenticates with a
     * secret from now on, and had none, it is issued one; where it no longer
     * does, the one that it had is forgotten.
     *
     * @param scopesAllowed by whoever asks for it; the client itself may keep or
     *   give up those that it has in that moment
     * @throws {OAuthError} invalid_client_metadata, invalid_redirect_uri, and
     *   invalid_token where it has been deleted meanwhile
     */
    async update({ clientId }: Client, sent: ClientMetadata, scopesAllowed?: string[]) {
      const metadata = completeMetadata(sent);
      const columns = columnsOf(metadata);
      const candidate = randomValue();
      const candidateHash = sha256(candidate);
      const client = await storage.updateClient(clientId, (before, otherNames) => {
        const scopes = scopesAllowed ?? before.scopes;
        judgeMetadata(metadata, circumstances(otherNames, scopes));
        return {
          ...columns,
          ...secretChange(before, needsSecret(columns), candidateHash),
        };
      });
      check(rules.registeredClientKnown, client !== undefined, { received: clientId });
      const clientSecret = client.secretHash === candidateHash ? candidate : undefined;
      return { client, clientSecret };
    },

    /**
     * A new secret, which is told this once; the one before works on.
     *
     * @param overlap for how many seconds; 0 where it has leaked
     * @throws {OAuthError} invalid_client_metadata, and invalid_token where it has
     *   been deleted meanwhile
     */
    async rotateSecret(client: Client, overlap: unknown) {
      check(rules.rotationOfSecretOnly, needsSecret(client), {
        expected: 'client_secret_basic or client_secret_post',
        received: client.tokenEndpointAuthMethod,
      });
      const lifetime = typeof overlap === 'number' ? overlap : Number.NaN;
      const bounded = lifetime >= 0 && lifetime <= longestSecretOverlap;
      check(rules.secretOverlapBounded, bounded && Number.isInteger(lifetime), {
        expected: `0 to ${longestSecretOverlap}`,
        received: overlap,
      });
      const clientSecret = randomValue();
      const previousSecretExpiresAt = seconds(clock) + lifetime;
      const hash = sha256(clientSecret);
      const { clientId } = client;
      const known = await storage.rotateClientSecret(
        clientId,
        hash,
        previousSecretExpiresAt,
      );
      check(rules.registeredClientKnown, known, { received: clientId });
      return { clientSecret, previousSecretExpiresAt };
    },
  };
}
