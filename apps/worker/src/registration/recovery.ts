/**
 * What the worker does about `invalid_client`: the token endpoint does not
 * accept its credentials any more.
 *
 * A new secret is taken once a minute at most, and not at all while the
 * last new one has not been accepted: a suspended client would go on for ever.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { steadyClock } from '@four-roles/protocol/clock';
import type { Credentials } from './credentials.ts';
import type { KeptCredentials } from './kept-credentials.ts';
import { managementOf } from './management.ts';
import { isStillRegistered } from './read-request.ts';
import { requestSecret } from './secret-request.ts';

/** Milliseconds. */
const betweenNewSecrets = 60_000;

/** `too soon` after a new secret; `twice` where the new one was refused as well. */
export type Recovered = 'replaced' | 'deleted' | 'refused' | 'too soon' | 'twice';

export type Recovery = {
  /**
   * @returns whether other credentials are kept now; `deleted` where there is no such client
   * @throws {TryAgain} where the server does not answer
   * @throws {Refused} where it does not let the client look after itself
   */
  recover(refused: Credentials): Promise<Recovered>;
  /** The token endpoint has accepted what is kept. */
  accepted(): void;
};

export function recovery(options: {
  issuer: string;
  kept: KeptCredentials;
  clock: Clock;
  print: (line: string) => void;
}): Recovery {
  const { issuer, kept, clock, print } = options;
  const steady = steadyClock(clock);
  let givenAt = Number.NEGATIVE_INFINITY;
  let untried = false;

  return {
    async recover(refused) {
      // 1. An operator may have put the new ones into the file.
      if (kept.takeFromFile()) {
        print('credentials refused: others were in the file, it goes on with them');
        return 'replaced';
      }

      // 2. Is it still registered? Without a registration access token it cannot ask.
      const management = managementOf(refused, issuer);
      if (!management) return 'refused';
      if (!(await isStillRegistered(management, clock))) return 'deleted';

      // 3. A secret can be replaced. Whoever signs needs none.
      if (refused.token_endpoint_auth_method !== 'client_secret_basic') return 'refused';
      if (untried) return 'twice';
      if (steady.now() - givenAt < betweenNewSecrets) return 'too soon';
      const client_secret = await requestSecret(management, clock);
      givenAt = steady.now();
      untried = true;
      kept.keep({ ...refused, client_secret });
      print('credentials refused: a new secret was asked for, it goes on with it');
      return 'replaced';
    },
    accepted() {
      untried = false;
    },
  };
}
