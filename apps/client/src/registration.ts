/**
 * What the authorization server knows this client by.
 */
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import { readCredentials } from '@four-roles/runtime/credentials-file';
import { credentialsFile, origin, resourceServer } from './config.ts';

export const redirectUri = `${origin}/callback`;
export const postLogoutRedirectUri = `${origin}/`;

/** The protected resource that Briefing's tokens are for (RFC 8707). */
export const userResource = `${resourceServer}/user`;

/** Every scope that Briefing is registered for, and what it is for. */
export const scopes = {
  openid: 'know that it is you',
  profile: 'show your name and picture',
  email: 'show your e-mail address',
  'mail.read': 'show your mail',
  'mail.send': 'send mail in your name',
} as const;

/** Asked for at the first sign-in; `mail.send` is asked for when somebody wants to write. */
export const firstScopes = ['openid', 'profile', 'email', 'mail.read'];

let kept: ClientCredentials | undefined;

/**
 * Read when first needed, not when Next.js builds.
 *
 * @throws {Error} where there is no such file
 */
export function clientCredentials(): ClientCredentials {
  kept ??= readCredentials(credentialsFile);
  if (kept) return kept;
  throw new Error(
    `Briefing has no client credentials: ${credentialsFile} is missing. \`pnpm dev\` makes it.`,
  );
}
