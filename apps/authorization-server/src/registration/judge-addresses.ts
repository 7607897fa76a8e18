/** The addresses of a client: its home page, and where people are sent back to. */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { isProtected } from '@four-roles/protocol/loopback';
import { check } from '@four-roles/protocol/rule';
import { clientUriIsWebPage, clientUriProtected } from '../rules/client-metadata.ts';
import * as rules from '../rules/client-redirect-uris.ts';

const longest = 2000;

/** A browser reads `https:host` and `https:\\host` as addresses too; these are none. */
const absolute =
  /^(https?:\/\/(?![/?#])|(?!https?:)[a-z][a-z0-9+.-]*:)[\x21-\x5b\x5d-\x7e]+$/i;

export function judgeClientUri({ client_uri: uri = '' }: ClientMetadata): void {
  const evidence = { received: uri };
  check(clientUriIsWebPage, isWebAddress(uri), evidence);
  check(clientUriProtected, URL.canParse(uri) && isProtected(new URL(uri)), evidence);
}

/** An http or https address without a user name, and not too long. */
export function isWebAddress(uri: string): boolean {
  if (uri.length > longest || !absolute.test(uri) || !URL.canParse(uri)) return false;
  const { protocol } = new URL(uri);
  return /^https?:$/.test(protocol) && !hasCredentials(uri);
}

export function judgeRedirectUris(metadata: ClientMetadata): void {
  const uris = metadata.redirect_uris ?? [];
  const isService = metadata.application_type === 'service';
  check(rules.redirectUrisGiven, isService || uris.length > 0);
  judgeUris(uris, metadata.application_type);
}

export function judgePostLogoutRedirectUris(metadata: ClientMetadata): void {
  judgeUris(metadata.post_logout_redirect_uris ?? [], metadata.application_type);
}

function judgeUris(uris: string[], type: string | undefined): void {
  const isService = type === 'service';
  check(rules.redirectUrisOfServiceAbsent, !isService || uris.length === 0, {
    received: uris,
  });
  const few = uris.length <= 10 && uris.every((uri) => uri.length <= longest);
  check(rules.redirectUrisFew, few, { expected: 'at most 10', received: uris.length });
  for (const uri of uris) {
    const evidence = { received: uri };
    const isAbsolute = absolute.test(uri) && URL.canParse(uri);
    check(rules.redirectUriAbsolute, isAbsolute, evidence);
    check(rules.redirectUriWithoutFragment, !uri.includes('#'), evidence);
    check(rules.redirectUriWithoutWildcard, !uri.includes('*'), evidence);
    check(rules.redirectUriWithoutCredentials, !hasCredentials(uri), evidence);
    if (type === 'native') check(rules.redirectUriOfNativeApp, fitsApp(uri), evidence);
    else check(rules.redirectUriProtected, fitsWeb(uri), evidence);
  }
}

function hasCredentials(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { username, password } = new URL(uri);
  return username !== '' || password !== '';
}

function fitsWeb(uri: string): boolean {
  return URL.canParse(uri) && isProtected(new URL(uri));
}

/** The system hands a scheme to one app: with a dot in it, it is a domain turned around. */
function fitsApp(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'http:') return ['127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || protocol.includes('.');
}
