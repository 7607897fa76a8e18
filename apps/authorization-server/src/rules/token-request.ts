/**
 * What must hold for a token request, grant by grant.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const formBody: Rule = {
  id: 'form-body',
  spec: 'RFC 6749, section 3.2',
  level: 'MUST',
  says: 'The body of the request is application/x-www-form-urlencoded.',
  stops: 'There would be no parameters to read.',
  error: 'invalid_request',
  structural: true,
};

export const grantTypeSent: Rule = {
  id: 'grant-type-sent',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The request names its grant_type.',
  stops: 'Nobody could tell what is asked for.',
  error: 'invalid_request',
  structural: true,
};

export const grantTypeSupported: Rule = {
  id: 'grant-type-supported',
  spec: 'RFC 9700, section 2.4',
  level: 'MUST',
  says: 'The grant_type is authorization_code, refresh_token or client_credentials; the password grant is not among them.',
  stops: 'There would be no code to serve it; and a client would come to see passwords.',
  error: 'unsupported_grant_type',
  structural: true,
};

export const grantTypeAllowed: Rule = {
  id: 'grant-type-allowed',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The client is registered for this grant_type.',
  stops: 'A web app obtains tokens in its own name that nobody agreed to.',
  error: 'unauthorized_client',
};

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

export const resourceUnchanged: Rule = {
  id: 'resource-unchanged',
  spec: 'RFC 8707, section 2.2',
  level: 'MUST',
  says: 'A resource in the token request is the one that was granted.',
  stops: 'A grant for one resource is turned into a token for another.',
  error: 'invalid_target',
};

export const refreshTokenKnown: Rule = {
  id: 'refresh-token-known',
  spec: 'RFC 6749, section 6',
  level: 'MUST',
  says: 'The refresh token was issued by this server and has not been revoked.',
  stops: 'There would be no grant to continue.',
  error: 'invalid_grant',
  structural: true,
};

export const refreshTokenBoundToClient: Rule = {
  id: 'refresh-token-bound-to-client',
  spec: 'RFC 6749, section 6',
  level: 'MUST',
  says: 'The refresh token was issued to the client that uses it.',
  stops: 'Another client lives on a refresh token that it stole.',
  error: 'invalid_grant',
};

export const refreshTokenNotExpired: Rule = {
  id: 'refresh-token-not-expired',
  spec: 'RFC 9700, section 4.14.2',
  level: 'SHOULD',
  says: 'The refresh token was used within the last seven days, and its grant is at most thirty days old.',
  stops: 'A forgotten refresh token in an old backup still opens the account.',
  error: 'invalid_grant',
};

export const refreshTokenUsedOnce: Rule = {
  id: 'refresh-token-used-once',
  spec: 'RFC 9700, section 4.14.2',
  level: 'MUST',
  says: 'The refresh token has not been used before; for ten seconds, and while its successor is unused, a repetition is answered with that successor.',
  stops: 'A thief and the owner both go on refreshing, and nobody notices.',
  error: 'invalid_grant',
};

export const refreshScopeOnlyNarrows: Rule = {
  id: 'refresh-scope-only-narrows',
  spec: 'RFC 6749, section 6',
  level: 'MUST',
  says: 'The scope of a refresh is part of what the person agreed to.',
  stops: 'A client refreshes its way to rights that it was never granted.',
  error: 'invalid_scope',
};

export const clientCredentialsForConfidentialClients: Rule = {
  id: 'client-credentials-for-confidential-clients',
  spec: 'RFC 6749, section 4.4',
  level: 'MUST',
  says: 'Only a client with a secret uses the client credentials grant.',
  stops: 'Whoever reads a client_id in a web page obtains tokens in its name.',
  error: 'unauthorized_client',
};

export const scopeAssignedToClient: Rule = {
  id: 'scope-assigned-to-client',
  spec: 'RFC 6749, section 3.3',
  level: 'HARDENING',
  says: 'Every scope that a machine asks for was assigned to it.',
  stops: 'With no person to ask, a machine helps itself to any right it can name.',
  error: 'invalid_scope',
};

export const scopeGiven: Rule = {
  id: 'scope-given',
  spec: 'RFC 6749, section 3.3',
  level: 'MUST',
  says: 'A machine names the scope it needs; there is no default.',
  stops: 'A token that opens everything is handed out for lack of a wish.',
  error: 'invalid_scope',
};
