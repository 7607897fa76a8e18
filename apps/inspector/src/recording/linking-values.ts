/**
 * The values by which messages are known to belong together: what one message
 * hands to the next, such as a state, a code or a token.
 *
 * A value is written with its kind before it: `state:Zm9v...`. A verifier is
 * turned into its challenge (RFC 7636, section 4.6), so that the token request
 * meets the authorization request.
 */
import { codeChallengeS256 } from '@four-roles/protocol/pkce';
import { formOf, headerOf, jsonOf } from '../explain/message.ts';
import type { RawHeaders, RecordedRequest, RecordedResponse } from './exchange.ts';

const kindOf: Record<string, string> = {
  state: 'state',
  code: 'code',
  code_challenge: 'challenge',
  access_token: 'token',
  refresh_token: 'token',
  // RFC 7662 and RFC 7009: the token that is asked about, or given back.
  token: 'token',
};

/** Shorter ones, such as `state=1`, would meet by accident. */
const shortest = 8;
const longest = 4096;
const longestBody = 65_536;
const mostValues = 40;

/** Kinds that tie the messages of one sign-in together; a token lives on after it. */
export function isOfSignIn(value: string): boolean {
  return /^(state|code|challenge):/.test(value);
}

export function isToken(value: string): boolean {
  return value.startsWith('token:');
}

export function valuesOfRequest({ target, headers, body }: RecordedRequest): string[] {
  const form = body.size <= longestBody ? formOf(headers, body) : [];
  const bearer = /^bearer +(\S+)$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1];
  return [
    ...ofParameters(queryOf(target)),
    ...ofParameters(form),
    // The authorization server's own forms carry the whole authorization request.
    ...ofParameters(nested(form)),
    ...(bearer ? named('access_token', bearer) : []),
  ].slice(0, mostValues);
}

/** Where a redirect leads: the browser carries what is in its address. */
export function valuesOfLocation(headers: RawHeaders): string[] {
  return ofParameters(queryOf(headerOf(headers, 'location') ?? '')).slice(0, mostValues);
}

/** Of an answer that is complete. */
export function valuesOfResponse({ headers, body }: RecordedResponse): string[] {
  const members = body.size <= longestBody ? Object.entries(jsonOf(body)) : [];
  return [...valuesOfLocation(headers), ...ofParameters(members)].slice(0, mostValues);
}

function queryOf(target: string): URLSearchParams {
  const [, query = ''] = /\?([^#]*)/.exec(target) ?? [];
  return new URLSearchParams(query);
}

function nested(form: Iterable<[string, string]>): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    name === 'request' ? [...new URLSearchParams(value)] : [],
  );
}

function ofParameters(parameters: Iterable<[string, unknown]>): string[] {
  return [...parameters].flatMap(([name, value]) =>
    typeof value === 'string' ? named(name, value) : [],
  );
}

function named(name: string, value: string): string[] {
  if (value.length < shortest || value.length > longest) return [];
  if (name === 'code_verifier') return [`challenge:${codeChallengeS256(value)}`];
  const kind = Object.hasOwn(kindOf, name) ? kindOf[name] : undefined;
  return kind ? [`${kind}:${value}`] : [];
}
