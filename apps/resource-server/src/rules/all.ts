/**
 * Every rule of the resource server, in the order in which a request meets
 * them: for the rule book, and for the setting that switches one off.
 */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import * as token from './access-token.ts';
import { metadataIsOfIssuer } from './authorization-server.ts';
import { forwardedPathIsPlain, rateIsWithinLimit } from './gateway.ts';
import { idempotencyKeyNamesOneRequest, idempotencyKeyPresent } from './idempotency.ts';
import * as permission from './permission.ts';
import { accessTokenPresented, bearerCredentialsWellFormed } from './presented-token.ts';

export const allRules: readonly Rule[] = [
  accessTokenPresented,
  bearerCredentialsWellFormed,
  token.tokenIsJwt,
  token.tokenTypeIsAccessToken,
  token.algorithmIsEs256,
  token.noCriticalExtension,
  token.tokenBringsNoKey,
  metadataIsOfIssuer,
  token.keyIsPublished,
  token.signatureIsValid,
  token.requiredClaimsPresent,
  token.issuerIsTrusted,
  token.audienceIsThisResource,
  token.tokenNotExpired,
  token.tokenAlreadyValid,
  token.issuedInThePast,
  token.lifetimeIsShort,
  token.tokenNotRevoked,
  permission.scopeCoversRequest,
  permission.tokenSpeaksForPerson,
  permission.personIsKnown,
  permission.tokenSpeaksForClient,
  permission.messageBelongsToPerson,
  permission.paymentBelongsToClient,
  parametersNotRepeated,
  idempotencyKeyPresent,
  idempotencyKeyNamesOneRequest,
  rateIsWithinLimit,
  forwardedPathIsPlain,
];
