/** Every rule of the authorization server, in the order in which a request meets them. */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import * as authorizationRequest from './authorization-request.ts';
import * as clientAuthentication from './client-authentication.ts';
import * as resourceOwner from './resource-owner.ts';
import * as tokenRequest from './token-request.ts';
import * as tokenStatus from './token-status.ts';

export const allRules: readonly Rule[] = [
  parametersNotRepeated,
  ...Object.values(authorizationRequest),
  ...Object.values(resourceOwner),
  ...Object.values(clientAuthentication),
  ...Object.values(tokenRequest),
  ...Object.values(tokenStatus),
];
