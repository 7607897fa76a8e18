/**
 * The first thing a worker without credentials does.
 *
 * The order survives a crash: the key, where there is one, is saved before it
 * is registered; the initial access token is removed only when what it bought
 * is saved. A crash between the answer and the saving leaves a registration
 * behind that nobody will use, which its owner sees in the console and can
 * delete; the next start registers anew.
 *
 * Where the answer cannot be saved, because the disk is full, the worker goes
 * on with it in memory: to take the registration back and stop would turn a
 * full disk into work that is not done.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { generatePrivateJwk, type PrivateJwk } from '@four-roles/protocol/signing-key';
import type { Discovery } from '../server-metadata.ts';
import type { Application } from './application.ts';
import type { AuthenticationMethod, Credentials } from './credentials.ts';
import type { CredentialsFile } from './credentials-file.ts';
import { requestRegistration } from './registration-request.ts';

/**
 * @throws {TryAgain} where the server is away or busy
 * @throws {Refused} where it says no, or does not let programs register themselves
 * @throws {OAuthError} invalid_response
 */
export async function register(options: {
  discovery: Discovery;
  initialAccessToken: string;
  application: Application;
  method: AuthenticationMethod;
  file: CredentialsFile;
  clock: Clock;
  print: (line: string) => void;
}): Promise<Credentials> {
  const { discovery, initialAccessToken, application, method, file, clock } = options;
  const { issuer, registration_endpoint } = await discovery();
  if (registration_endpoint === undefined) {
    throw new Error(`${issuer} does not let programs register themselves`);
  }
  const key = method === 'private_key_jwt' ? await keyIn(file, options.print) : undefined;
  return requestRegistration(
    registration_endpoint,
    initialAccessToken,
    application,
    key,
    clock,
  );
}

/** The key of a registration that did not come about, or a new one. */
async function keyIn(
  file: CredentialsFile,
  print: (line: string) => void,
): Promise<PrivateJwk> {
  const found = file.readKey();
  if (found) return found;
  const private_key = await generatePrivateJwk();
  try {
    file.save({ private_key });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    print(`the new key could not be saved in ${file.name} (${code ?? message})`);
  }
  return private_key;
}
