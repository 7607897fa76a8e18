/** Every rule of the authorization server, in the order in which a request meets them. */
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import type { Rule } from '@four-roles/protocol/rule';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import * as authorizationCode from './authorization-code.ts';
import * as authorizationRequest from './authorization-request.ts';
import * as clientAssertion from './client-assertion.ts';
import * as clientAuthentication from './client-authentication.ts';
import * as clientCredentials from './client-credentials.ts';
import * as clientKeys from './client-keys.ts';
import * as clientMetadata from './client-metadata.ts';
import * as clientName from './client-name.ts';
import * as clientRedirectUris from './client-redirect-uris.ts';
import * as clientRegistration from './client-registration.ts';
import * as clientScope from './client-scope.ts';
import * as clientUrl from './client-url.ts';
import * as developer from './developer.ts';
import * as prompt from './prompt.ts';
import * as refreshToken from './refresh-token.ts';
import * as resourceOwner from './resource-owner.ts';
import * as scopeAndResource from './scope-and-resource.ts';
import * as signingKeys from './signing-keys.ts';
import * as tokenRequest from './token-request.ts';
import * as tokenStatus from './token-status.ts';

export const allRules: readonly Rule[] = [
  hostIsOurs,
  parametersNotRepeated,
  ...Object.values(authorizationRequest),
  ...Object.values(scopeAndResource),
  ...Object.values(prompt),
  ...Object.values(resourceOwner),
  ...Object.values(clientAuthentication),
  ...Object.values(clientAssertion),
  ...Object.values(clientUrl),
  ...Object.values(tokenRequest),
  ...Object.values(authorizationCode),
  ...Object.values(refreshToken),
  ...Object.values(clientCredentials),
  ...Object.values(tokenStatus),
  ...Object.values(developer),
  ...Object.values(clientRegistration),
  ...Object.values(clientMetadata),
  ...Object.values(clientName),
  ...Object.values(clientRedirectUris),
  ...Object.values(clientKeys),
  ...Object.values(clientScope),
  ...Object.values(signingKeys),
];
