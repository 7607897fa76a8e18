/**
 * Who the worker is to the authorization server. It registers itself once, and
 * knows what to do when its credentials are refused one day.
 *
 * It does not hammer: what was refused is asked again in the next run and not
 * before.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { TryAgain } from '../back-off.ts';
import { reasonOf } from '../reason.ts';
import { Refused } from '../refused.ts';
import type { Discovery } from '../server-metadata.ts';
import type { Application } from './application.ts';
import type { AuthenticationMethod, Credentials } from './credentials.ts';
import type { CredentialsFile } from './credentials-file.ts';
import type { InitialAccessToken } from './initial-access-token.ts';
import { keptCredentials } from './kept-credentials.ts';
import { recovery } from './recovery.ts';
import { register } from './register.ts';
import { NotAccepted, type Standing, standingOf, type Trouble } from './standing.ts';

const whatNext = {
  refused: 'it asks again in its next run',
  unregistered: 'it looks for an initial access token before each run',
};
/** Why no new secret is asked for, where that is not the server's doing. */
const noNewSecret = {
  refused: '',
  'too soon':
    '; it took a new secret less than a minute ago, and takes the next in a run after that minute',
  twice:
    '; the new secret that it took is refused too, and it takes no other until it is restarted',
};
const needsToken = 'it needs an initial access token to register with';

export type Registration = {
  /**
   * What to authenticate with; the first time, it registers.
   *
   * @throws {NotAccepted} where there is nothing, or it was refused in this run
   */
  credentials(): Promise<Credentials>;
  /**
   * The token endpoint does not accept these: get others.
   *
   * @param why its answer, invalid_client
   * @throws {NotAccepted} where there are none
   */
  replace(refused: Credentials, why: Refused): Promise<void>;
  /** The token endpoint has accepted them. */
  accepted(): void;
  /** What was refused may be asked once more, what was not saved is saved. */
  beginRun(): void;
  standing(): Standing;
};

export function registration(options: {
  issuer: string;
  discovery: Discovery;
  application: Application;
  method: AuthenticationMethod;
  file: CredentialsFile;
  initialAccessToken: InitialAccessToken;
  /** What to do where the server does not know this client any more. */
  ifUnknown: string;
  clock: Clock;
  print: (line: string) => void;
}): Registration {
  const { initialAccessToken, print } = options;
  const kept = keptCredentials(options.file, print);
  const recovering = recovery({ ...options, kept });
  const registeredFor = kept.now()?.token_endpoint_auth_method ?? options.method;
  if (registeredFor !== options.method) {
    print(`registered for ${registeredFor}: ${options.method} has to be registered anew`);
  }
  let trouble: Trouble | undefined;
  let waitsForNextRun = false;
  let spentToken: string | undefined;
  let boughtWithToken = false;
  let underWay: Promise<void> | undefined;

  function usableToken(): string | undefined {
    const found = initialAccessToken.find();
    return found === spentToken ? undefined : found;
  }

  function stop(state: Trouble['state'], reason: string): never {
    const next = state === 'deleted' ? '' : `; ${whatNext[state]}`;
    if (trouble?.reason !== reason) print(`${state}: ${reason}${next}`);
    trouble = { state, reason };
    waitsForNextRun = true;
    throw new NotAccepted(reason);
  }

  async function registerItself(): Promise<void> {
    const token = usableToken();
    if (!token) stop(trouble?.state ?? 'unregistered', trouble?.reason ?? needsToken);
    try {
      const made = await register({ ...options, initialAccessToken: token });
      boughtWithToken = true;
      kept.keep(made);
    } catch (error) {
      if (error instanceof TryAgain) throw error;
      // Where nobody answered, the same token may still be good in the next run.
      if (!(error instanceof Refused) || error.status > 0) spentToken = token;
      stop('unregistered', reasonOf(error));
    }
    tidyUp();
    print(`registered as ${kept.now()?.client_id}, with ${options.method}`);
  }

  async function getOthers(refused: Credentials, why: Refused): Promise<void> {
    const found = await recovering.recover(refused).catch((error) => {
      if (error instanceof Refused) return 'refused' as const;
      throw error;
    });
    if (found === 'replaced') return;
    if (found !== 'deleted') stop('refused', why.message + noNewSecret[found]);
    kept.forget();
    if (usableToken()) return registerItself();
    const { client_id } = refused;
    stop('deleted', `${options.issuer} does not know ${client_id}: ${options.ifUnknown}`);
  }

  /** The token has done its work once a restart would find what it bought. */
  function tidyUp(): void {
    if (!kept.saved() || !boughtWithToken) return;
    boughtWithToken = false;
    initialAccessToken.remove();
  }

  function alone(work: () => Promise<void>): Promise<void> {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function credentials(): Promise<Credentials> {
    if (trouble && waitsForNextRun) throw new NotAccepted(trouble.reason);
    if (!kept.now()) await alone(registerItself);
    return kept.now() ?? credentials();
  }

  return {
    credentials,
    async replace(refused, why) {
      if (kept.now() === refused) await alone(() => getOthers(refused, why));
    },
    accepted() {
      if (trouble) print('accepted again');
      trouble = undefined;
      recovering.accepted();
    },
    beginRun() {
      kept.saveAgain();
      tidyUp();
      waitsForNextRun = kept.now() === undefined && usableToken() === undefined;
    },
    standing: () => standingOf(kept.now(), trouble, kept.saved()),
  };
}
