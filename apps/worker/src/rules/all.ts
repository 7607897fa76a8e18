/**
 * Every rule of the worker, group by group in the order in which it meets them.
 */
import type { Rule } from '@four-roles/protocol/rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import * as registrationResponse from './registration-response.ts';
import * as serverMetadata from './server-metadata.ts';
import * as statusPage from './status-page.ts';
import * as tokenResponse from './token-response.ts';
import * as tokenUse from './token-use.ts';

export const allRules: readonly Rule[] = [
  ...Object.values(serverMetadata),
  ...Object.values(registrationResponse),
  ...Object.values(tokenResponse),
  ...Object.values(tokenUse),
  hostIsOurs,
  ...Object.values(statusPage),
];
