/** What must hold for a code to be redeemed. */
import type { Rule } from '@four-roles/protocol/rule';

export const codeKnown: Rule = {
  id: 'code-known',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The code was issued by this server.',
  stops: 'There would be nothing to redeem.',
  error: 'invalid_grant',
  structural: true,
};

export const codeBoundToClient: Rule = {
  id: 'code-bound-to-client',
  spec: 'RFC 6749, section 4.1.3',
  level: 'MUST',
  says: 'The code was issued to the client that redeems it.',
  stops: 'Another registered client redeems a code that it got hold of.',
  error: 'invalid_grant',
};

export const codeBoundToRedirectUri: Rule = {
  id: 'code-bound-to-redirect-uri',
  spec: 'RFC 6749, section 4.1.3',
  level: 'MUST',
  says: 'The redirect_uri is the same as in the authorization request.',
  stops:
    'A code that was sent to one address of a client is redeemed as if it had come to another.',
  error: 'invalid_grant',
};

export const codeNotExpired: Rule = {
  id: 'code-not-expired',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'The code is redeemed within 60 seconds.',
  stops: 'A code found later in a log or in a history still works.',
  error: 'invalid_grant',
};

export const codeVerifierSent: Rule = {
  id: 'code-verifier-sent',
  spec: 'RFC 7636, section 4.5',
  level: 'MUST',
  says: 'A code_verifier of 43 to 128 unreserved characters is sent.',
  stops: 'There would be nothing to compare with the challenge.',
  error: 'invalid_request',
  structural: true,
};

export const codeVerifierMatches: Rule = {
  id: 'code-verifier-matches',
  spec: 'RFC 7636, section 4.6',
  level: 'MUST',
  says: 'The SHA-256 of code_verifier equals the code_challenge of the authorization request.',
  stops: 'Someone who stole the code in the redirect redeems it.',
  error: 'invalid_grant',
};

export const codeUsedOnce: Rule = {
  id: 'code-used-once',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'The code has not been redeemed before.',
  stops: 'A code that was copied on its way works a second time, beside its owner.',
  error: 'invalid_grant',
};
