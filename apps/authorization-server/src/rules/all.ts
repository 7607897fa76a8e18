/** Every rule of the authorization server, in the order in which a request meets them. */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import { authorizationRequestRules } from './authorization-request.ts';
import { clientAuthenticationRules } from './client-authentication.ts';
import { resourceOwnerRules } from './resource-owner.ts';
import { tokenRequestRules } from './token-request.ts';
import { tokenStatusRules } from './token-status.ts';

export const allRules: readonly Rule[] = [
  parametersNotRepeated,
  ...authorizationRequestRules,
  ...resourceOwnerRules,
  ...clientAuthenticationRules,
  ...tokenRequestRules,
  ...tokenStatusRules,
];
