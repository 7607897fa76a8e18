/**
 * Every rule of the resource server, group by group in the order in which a
 * request meets them: for the rule book, and for the setting that switches one off.
 */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import * as accessToken from './access-token.ts';
import * as authorizationServer from './authorization-server.ts';
import * as gateway from './gateway.ts';
import * as idempotency from './idempotency.ts';
import * as permission from './permission.ts';
import * as presentedToken from './presented-token.ts';

export const allRules: readonly Rule[] = [
  hostIsOurs,
  ...Object.values(presentedToken),
  ...Object.values(authorizationServer),
  ...Object.values(accessToken),
  ...Object.values(permission),
  parametersNotRepeated,
  ...Object.values(idempotency),
  ...Object.values(gateway),
];
