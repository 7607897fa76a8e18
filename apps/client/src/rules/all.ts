/**
 * Every rule of the client, in the order in which a sign-in meets them.
 */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import * as apiCall from './api-call.ts';
import * as authorizationResponse from './authorization-response.ts';
import * as idToken from './id-token.ts';
import * as serverMetadata from './server-metadata.ts';
import * as session from './session.ts';
import * as signIn from './sign-in.ts';
import * as tokenResponse from './token-response.ts';

export const allRules: Rule[] = [
  hostIsOurs,
  parametersNotRepeated,
  ...Object.values(signIn),
  ...Object.values(serverMetadata),
  ...Object.values(authorizationResponse),
  ...Object.values(tokenResponse),
  ...Object.values(idToken),
  ...Object.values(apiCall),
  ...Object.values(session),
];
