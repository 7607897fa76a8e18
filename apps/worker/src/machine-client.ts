/**
 * A client of its own: one registration, and the tokens that are issued to it.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { type AccessTokens, accessTokens } from './access-token.ts';
import type { Patience } from './back-off.ts';
import type { Application } from './registration/application.ts';
import type { AuthenticationMethod } from './registration/credentials.ts';
import { type CredentialsFile, UnreadableFile } from './registration/credentials-file.ts';
import {
  howToRegister,
  type InitialAccessToken,
} from './registration/initial-access-token.ts';
import { type Registration, registration } from './registration/registration.ts';
import { discovery } from './server-metadata.ts';

export type MachineClient = { registration: Registration; tokens: AccessTokens };

/**
 * For the start of a program: where there is nothing to begin with, it ends
 * with a sentence that says what to do.
 */
export function machineClientOrExit(
  options: Parameters<typeof machineClient>[0],
): MachineClient {
  const { issuer, initialAccessToken } = options;
  try {
    const client = machineClient(options);
    const { state } = client.registration.standing();
    if (state === 'registered' || initialAccessToken.find()) return client;
    console.error(howToRegister(initialAccessToken.place, issuer));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    console.error(error.message);
  }
  process.exit(78);
}

/**
 * @param options.ifUnknown what to do where the server does not know this client any more
 * @param options.print gets a line when something happened to the registration
 */
export function machineClient(options: {
  issuer: string;
  application: Application;
  method: AuthenticationMethod;
  file: CredentialsFile;
  initialAccessToken: InitialAccessToken;
  ifUnknown: string;
  clock: Clock;
  patience: Patience;
  print: (line: string) => void;
}): MachineClient {
  const asked = { ...options, discovery: discovery(options.issuer, options.clock) };
  const registered = registration(asked);
  return {
    registration: registered,
    tokens: accessTokens({ ...asked, registration: registered }),
  };
}
