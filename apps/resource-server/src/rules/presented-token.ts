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
  fix: 'Send Authorization: Bearer and the access token; a token in the query, in the form or in a cookie is not read.',
  error: 'authentication_required',
  structural: true,
};

export const bearerCredentialsWellFormed: Rule = {
  id: 'bearer-credentials-well-formed',
  spec: 'RFC 6750, section 2.1',
  level: 'MUST',
  says: 'The word Bearer is followed by one token, in the characters that a token may have.',
  stops: 'Two parties read two different tokens out of one header.',
  fix: 'Write the word Bearer, one space and the token, with nothing after it; look for quotation marks, a line break or the word undefined.',
  error: 'invalid_request',
  structural: true,
};
