/**
 * Every rule of the worker, in the order in which it meets them.
 */
import type { Rule } from '@four-roles/protocol/rule';
import {
  metadataIssuerMatches,
  metadataWellFormed,
  tokenEndpointOverTls,
} from './server-metadata.ts';
import { runAskedByOwnPage } from './status-page.ts';
import {
  grantedScopeSuffices,
  tokenLifetimeStated,
  tokenResponseWellFormed,
  tokenTypeUnderstood,
} from './token-response.ts';
import { tokenSentOverTls, tokenStaysWithItsResource } from './token-use.ts';

export const allRules: Rule[] = [
  metadataWellFormed,
  metadataIssuerMatches,
  tokenEndpointOverTls,
  tokenResponseWellFormed,
  tokenTypeUnderstood,
  tokenLifetimeStated,
  grantedScopeSuffices,
  tokenStaysWithItsResource,
  tokenSentOverTls,
  runAskedByOwnPage,
];
