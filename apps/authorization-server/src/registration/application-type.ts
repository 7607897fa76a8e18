/**
 * What kind of program is it? OpenID Connect knows two answers, `web` and
 * `native`. Here they are four, since what a client may do follows from
 * whether it can keep a secret and whether people use it:
 *
 *     web       people, and a server that keeps a secret
 *     browser   people, and nothing but a page: what OpenID Connect calls web
 *               with the authentication method none
 *     native    people, and a program on their machine
 *     service   no people: the grant client_credentials, and no other
 *
 * A client that knows only the standard is understood all the same: `web`, or
 * nothing, becomes what its grant types and its method say that it is, and the
 * answer names the type it was given.
 *
 * @see https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata
 */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';

export const applicationTypes = ['web', 'browser', 'native', 'service'] as const;

export type ApplicationType = (typeof applicationTypes)[number];

/** Whoever has the program can read all of it: it keeps no secret. */
export function isPublicType(type: string | undefined): boolean {
  return type === 'browser' || type === 'native';
}

/** What was sent, with what follows from it in the place of what was left out. */
export function completeMetadata(sent: ClientMetadata): ClientMetadata {
  const type = typeOf(sent);
  const standardGrant = type === 'service' ? 'client_credentials' : 'authorization_code';
  const grantTypes = sent.grant_types ?? [standardGrant];
  const standardResponse = grantTypes.includes('authorization_code') ? ['code'] : [];
  const standardMethod = isPublicType(type) ? 'none' : 'client_secret_basic';
  return {
    ...sent,
    application_type: type,
    grant_types: once(grantTypes),
    response_types: once(sent.response_types ?? standardResponse),
    token_endpoint_auth_method: sent.token_endpoint_auth_method ?? standardMethod,
    redirect_uris: once(sent.redirect_uris ?? []),
    post_logout_redirect_uris: once(sent.post_logout_redirect_uris ?? []),
  };
}

function typeOf(sent: ClientMetadata): string {
  const { application_type: type = 'web', grant_types: grants = [] } = sent;
  if (type !== 'web') return type;
  if (grants.length > 0 && grants.every((one) => one === 'client_credentials')) {
    return 'service';
  }
  if (sent.token_endpoint_auth_method !== 'none') return 'web';
  const uris = sent.redirect_uris ?? [];
  const onMachine = (uri: string) => /^http:\/\/(127\.0\.0\.1|\[::1\])[:/]/.test(uri);
  const isApp = uris.some((uri) => onMachine(uri) || !/^https?:/i.test(uri));
  return sent.application_type === undefined && isApp ? 'native' : 'browser';
}

function once(values: string[]): string[] {
  return [...new Set(values)];
}
