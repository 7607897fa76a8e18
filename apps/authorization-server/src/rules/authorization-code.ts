/** What must hold for a code to be redeemed. */
import type { Rule } from '@four-roles/protocol/rule';

export const codeKnown: Rule = {
  id: 'code-known',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The code was issued by this server.',
  stops: 'There would be nothing to redeem.',
  fix: 'Send the code as it stood in the authorization response, decoded from its percent-encoding once; if it is the right one, begin a new sign-in: the server does not know it any more.',
  error: 'invalid_grant',
  structural: true,
};

export const codeBoundToClient: Rule = {
  id: 'code-bound-to-client',
  spec: 'RFC 6749, section 4.1.3',
  level: 'MUST',
  says: 'The code was issued to the client that redeems it.',
  stops: 'Another registered client redeems a code that it got hold of.',
  fix: 'Redeem the code with the client_id that stood in the authorization request; look for the credentials of another client in your settings.',
  error: 'invalid_grant',
};

export const codeBoundToRedirectUri: Rule = {
  id: 'code-bound-to-redirect-uri',
  spec: 'RFC 6749, section 4.1.3',
  level: 'MUST',
  says: 'The redirect_uri is the same as in the authorization request.',
  stops:
    'A code that was sent to one address of a client is redeemed as if it had come to another.',
  fix: 'Send the same redirect_uri in the access token request as in the authorization request; compare the two character by character.',
  error: 'invalid_grant',
};

export const codeNotExpired: Rule = {
  id: 'code-not-expired',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'The code is redeemed within 60 seconds.',
  stops: 'A code found later in a log or in a history still works.',
  fix: 'Redeem the code at once, within 60 seconds of the authorization response; for a new code, begin a new sign-in.',
  error: 'invalid_grant',
};

export const codeVerifierSent: Rule = {
  id: 'code-verifier-sent',
  spec: 'RFC 7636, section 4.5',
  level: 'MUST',
  says: 'A code_verifier of 43 to 128 unreserved characters is sent.',
  stops: 'There would be nothing to compare with the challenge.',
  fix: 'Send the code_verifier that you kept since the authorization request: the random text itself, 43 to 128 characters, not its hash.',
  error: 'invalid_request',
  structural: true,
};

export const codeVerifierMatches: Rule = {
  id: 'code-verifier-matches',
  spec: 'RFC 7636, section 4.6',
  level: 'MUST',
  says: 'The SHA-256 of code_verifier equals the code_challenge of the authorization request.',
  stops: 'Someone who stole the code in the redirect redeems it.',
  fix: 'Send the code_verifier of this very sign-in, and make the code_challenge from it as the base64url of its SHA-256, without padding; two sign-ins side by side have two verifiers.',
  error: 'invalid_grant',
};

export const codeUsedOnce: Rule = {
  id: 'code-used-once',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'The code has not been redeemed before.',
  stops: 'A code that was copied on its way works a second time, beside its owner.',
  fix: 'Redeem a code once and keep the tokens; begin a new sign-in, and look for a request that was sent twice, by a reload or by an automatic retry.',
  error: 'invalid_grant',
};
