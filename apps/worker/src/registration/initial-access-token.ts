/**
 * What a program needs before it may register itself: a token that an operator
 * made in the authorization server's console, good for a few registrations.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const content = z.object({ initial_access_token: z.string().min(1) });

export type InitialAccessToken = {
  /** `undefined` where there is none that can be read. It is looked for anew each time. */
  find(): string | undefined;
  /** It has done its work. A file that is not ours to remove stays. */
  remove(): void;
  /** Where one has to be put. */
  readonly place: string;
};

/**
 * @param folder where the file is, which holds `{"initial_access_token": "..."}`
 * @param fromEnvironment takes the place of the file
 */
export function initialAccessToken(
  folder: string,
  fromEnvironment: string | undefined,
): InitialAccessToken {
  const file = join(folder, 'initial-access-token.json');
  return {
    place: file,
    find() {
      if (fromEnvironment) return fromEnvironment;
      try {
        return content.parse(JSON.parse(readFileSync(file, 'utf8'))).initial_access_token;
      } catch {
        return undefined;
      }
    },
    remove() {
      try {
        rmSync(file, { force: true });
      } catch {
        // It is used up or will expire: whoever put it there may remove it.
      }
    },
  };
}

/** For a worker whose registration is gone. */
export function howToRegisterAgain(place: string, issuer: string): string {
  return (
    'it was deleted there, or its credentials are of another data folder. To register ' +
    `again it needs an initial access token of ${issuer}/developer/initial-access-tokens ` +
    `in ${place} or in INITIAL_ACCESS_TOKEN, and looks for it before each run; ` +
    '`pnpm reset` begins all anew'
  );
}

/** For a worker that has neither credentials nor a token. */
export function howToRegister(file: string, issuer: string): string {
  return (
    'This program is not registered, and has nothing to register with. Make an initial ' +
    `access token at ${issuer}/developer/initial-access-tokens and put it into ${file} ` +
    'as {"initial_access_token": "..."}, or set INITIAL_ACCESS_TOKEN; or set CLIENT_ID ' +
    'and CLIENT_SECRET. `pnpm dev` does it by itself.'
  );
}
