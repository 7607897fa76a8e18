/**
 * How the worker proves who it is, in the way that it is registered for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-2.2
 */
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import {
  clientAssertionType,
  signClientAssertion,
} from '@four-roles/protocol/client-assertion';
import type { Clock } from '@four-roles/protocol/clock';
import { loadSigningKey } from '@four-roles/protocol/signing-key';
import type { Credentials } from './registration/credentials.ts';

export type Authentication = {
  headers: Record<string, string>;
  /** Of the body. */
  parameters: Record<string, string>;
};

/** @param issuer whom a signed proof is for: nobody else can use it */
export function authenticate(
  credentials: Credentials,
  issuer: string,
  clock: Clock,
): Authentication {
  if (credentials.token_endpoint_auth_method === 'client_secret_basic') {
    const headers = { Authorization: formatBasicCredentials(credentials) };
    return { headers, parameters: {} };
  }
  const { client_id, private_key } = credentials;
  const key = loadSigningKey(private_key);
  return {
    headers: {},
    parameters: {
      client_assertion_type: clientAssertionType,
      client_assertion: signClientAssertion(client_id, issuer, key, clock),
    },
  };
}
