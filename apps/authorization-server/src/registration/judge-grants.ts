/** What a client may ask for in which way, and how it proves who it is. */
import type { ClientMetadata } from '@four-roles/protocol/client-registration-messages';
import { check } from '@four-roles/protocol/rule';
import { isSubset } from '@four-roles/protocol/scope';
import { authenticationMethods } from '../client-authentication/methods.ts';
import * as rules from '../rules/client-metadata.ts';
import { applicationTypes, isPublicType } from './application-type.ts';

export function judgeApplicationType({ application_type: type }: ClientMetadata): void {
  check(
    rules.applicationTypeKnown,
    applicationTypes.some((one) => one === type),
    {
      expected: applicationTypes,
      received: type,
    },
  );
}

export function judgeGrantTypes(metadata: ClientMetadata): void {
  const { grant_types: grants = [], application_type: type } = metadata;
  const fit =
    type === 'service'
      ? grants.length === 1 && grants[0] === 'client_credentials'
      : grants.includes('authorization_code') &&
        isSubset(grants, ['authorization_code', 'refresh_token']);
  check(rules.grantTypesFitType, fit, { expected: `those of ${type}`, received: grants });
}

export function judgeResponseTypes(metadata: ClientMetadata): void {
  const { response_types: responses = [], grant_types: grants = [] } = metadata;
  const expected = grants.includes('authorization_code') ? ['code'] : [];
  const fit = responses.length === expected.length && isSubset(responses, expected);
  check(rules.responseTypesFitGrantTypes, fit, { expected, received: responses });
}

export function judgeAuthMethod(metadata: ClientMetadata): void {
  const { token_endpoint_auth_method: method, application_type: type } = metadata;
  check(
    rules.authMethodKnown,
    authenticationMethods.some((one) => one === method),
    {
      expected: authenticationMethods,
      received: method,
    },
  );
  check(rules.authMethodOfPublicClient, !isPublicType(type) || method === 'none', {
    expected: 'none',
    received: method,
  });
  check(rules.authMethodOfService, type !== 'service' || method !== 'none', {
    expected: 'a secret or a key',
    received: method,
  });
}
