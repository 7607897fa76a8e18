/**
 * How a token has to arrive.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const accessTokenPresented: Rule = {
  id: 'access-token-presented',
  spec: 'RFC 6750, section 3',
  level: 'MUST',
  says: 'The request carries an access token in its Authorization header.',
  stops: 'Anybody reads the data without asking.',
  error: 'authentication_required',
  structural: true,
};

export const bearerCredentialsWellFormed: Rule = {
  id: 'bearer-credentials-well-formed',
  spec: 'RFC 6750, section 2.1',
  level: 'MUST',
  says: 'The word Bearer is followed by one token, in the characters that a token may have.',
  stops: 'Two parties read two different tokens out of one header.',
  error: 'invalid_request',
  structural: true,
};
