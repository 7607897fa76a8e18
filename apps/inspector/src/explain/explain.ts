/** What is it, why is it there, and which attack does it stop? One lookup for everything. */
import { apiMembers, personMembers } from './api-members.ts';
import { authorizationParameters } from './authorization-parameters.ts';
import { assertionClaims, claims, jwtHeaderMembers } from './claims.ts';
import { cookieAttributes, cookies } from './cookies.ts';
import { errorCodes } from './error-codes.ts';
import type { Explanation, Explanations } from './explanation.ts';
import { formFields, pageParameters } from './form-fields.ts';
import { credentialHeaders, oauthHeaders } from './headers.ts';
import { httpHeaders } from './http-headers.ts';
import { keyMembers } from './key-members.ts';
import { resourceMetadataMembers, serverMetadataMembers } from './metadata-members.ts';
import { pageHeaders } from './page-headers.ts';
import { registrationMembers } from './registration-members.ts';
import { scopes } from './scopes.ts';
import { statuses } from './statuses.ts';
import {
  challengeAttributes,
  errorParameters,
  tokenParameters,
} from './token-parameters.ts';
import { traceparentFields } from './traceparent-fields.ts';

/** Where a name stands in a message. */
export type Place =
  | 'query'
  | 'form'
  /** A member of a JSON body, however deep. */
  | 'json'
  | 'header'
  | 'cookie'
  | 'cookie attribute'
  /** An attribute of WWW-Authenticate. */
  | 'challenge'
  /** A field of traceparent. */
  | 'traceparent'
  | 'jwt header'
  | 'claim'
  /** Of the JWT with which a client says who it is. */
  | 'assertion claim'
  | 'jwk'
  /** A value of `scope`. */
  | 'scope'
  /** A value of `error`. */
  | 'error'
  | 'status';

/** Of two tables that know a name, the later one counts. */
export const explanations: Record<Place, Explanations> = {
  query: {
    ...apiMembers,
    ...pageParameters,
    ...errorParameters,
    ...tokenParameters,
    ...authorizationParameters,
  },
  form: {
    ...registrationMembers,
    ...errorParameters,
    ...authorizationParameters,
    ...tokenParameters,
    ...formFields,
  },
  json: {
    ...keyMembers,
    ...apiMembers,
    ...personMembers,
    ...claims,
    ...serverMetadataMembers,
    ...resourceMetadataMembers,
    ...registrationMembers,
    ...errorParameters,
    ...tokenParameters,
  },
  header: { ...httpHeaders, ...pageHeaders, ...oauthHeaders, ...credentialHeaders },
  cookie: cookies,
  'cookie attribute': cookieAttributes,
  challenge: challengeAttributes,
  traceparent: traceparentFields,
  'jwt header': jwtHeaderMembers,
  claim: { ...personMembers, ...claims },
  'assertion claim': assertionClaims,
  jwk: keyMembers,
  scope: scopes,
  error: errorCodes,
  status: statuses,
};

/**
 * @param name of a header, a cookie attribute: in any case; of a status: its digits
 * @param value of a header: of Authorization and WWW-Authenticate, the scheme decides
 * @returns `undefined` for a name that no specification here and no role of ours uses
 */
export function explain(
  place: Place,
  name: string,
  value?: string,
): Explanation | undefined {
  const table = explanations[place];
  for (const key of keysOf(place, name, value)) {
    if (Object.hasOwn(table, key)) return table[key];
  }
  return undefined;
}

/** Under what it may be listed, the most exact first. */
function keysOf(place: Place, name: string, value = ''): string[] {
  if (place === 'cookie') return [name.replace(/^__(Host|Secure)-/, '')];
  if (place !== 'header' && place !== 'cookie attribute') return [name];
  const key = name.toLowerCase();
  const scheme = /^\w+/.exec(value)?.[0].toLowerCase();
  return [`${key} ${scheme}`, key];
}
