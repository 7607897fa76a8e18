/**
 * What must hold for an authorization request: first what decides whether we
 * may redirect at all, then what is answered with a redirect.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const clientIdKnown: Rule = {
  id: 'client-id-known',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'MUST',
  says: 'The client_id belongs to a registered client.',
  stops: 'There would be no list to compare the redirect URI with.',
  fix: 'Send the client_id that was issued at registration; look for a typing error, or for a client that is registered at another server.',
  error: 'invalid_request',
  structural: true,
};

export const requestOfActiveClient: Rule = {
  id: 'request-of-active-client',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'HARDENING',
  says: 'The client that sends a person here is not suspended; where it is, the person stays here.',
  stops:
    'People agree to share with an application that was stopped, or are sent back to whoever took it over.',
  fix: 'Ask whoever registered the client to resume it in the developer console.',
  error: 'unauthorized_client',
};

export const redirectUriRegistered: Rule = {
  id: 'redirect-uri-registered',
  spec: 'RFC 9700, section 2.1',
  level: 'MUST',
  says: 'The redirect_uri is, character for character, one that the client registered; only the port of a loopback IP address may differ.',
  stops: 'An attacker has the code sent to an address of their own.',
  fix: 'Send a redirect_uri that is registered, character by character: scheme, host (localhost is not 127.0.0.1), port, path and a slash at the end all count.',
  error: 'invalid_request',
};

export const redirectUriGiven: Rule = {
  id: 'redirect-uri-given',
  spec: 'RFC 6749, section 3.1.2.3',
  level: 'MUST',
  says: 'A client that registered several redirect URIs, or none, says which one it wants.',
  stops: 'There would be no address to answer to.',
  fix: 'Add redirect_uri to the authorization request: this client registered several, or none, so there is no default.',
  error: 'invalid_request',
  structural: true,
};

export const responseTypeSent: Rule = {
  id: 'response-type-sent',
  spec: 'RFC 6749, section 3.1.1',
  level: 'MUST',
  says: 'The request names its response_type.',
  stops:
    'The server guesses what kind of answer is wanted, and the client waits for another.',
  fix: 'Add response_type=code to the authorization request.',
  error: 'invalid_request',
};

export const responseTypeCode: Rule = {
  id: 'response-type-code',
  spec: 'RFC 9700, section 2.1.2',
  level: 'SHOULD',
  says: 'The response_type is code: tokens do not travel through the browser.',
  stops: 'Access tokens stand in the address bar, in the history and in Referer headers.',
  fix: 'Ask for response_type=code, and fetch the tokens from the token endpoint; token and id_token, the implicit grant, are not served.',
  error: 'unsupported_response_type',
};

export const responseModeQuery: Rule = {
  id: 'response-mode-query',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'HARDENING',
  says: 'The response_mode, where one is sent, is query, the only one that is served.',
  stops: 'A client that waits for its answer elsewhere would wait for ever.',
  fix: 'Leave response_mode out, or send query; read the answer from the query of the redirect URI.',
  error: 'invalid_request',
};

export const authorizationCodeGrantAllowed: Rule = {
  id: 'authorization-code-grant-allowed',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'MUST',
  says: 'The client is registered for the authorization code grant.',
  stops: 'A server-to-server client starts to ask people for their consent.',
  fix: 'Register the client for the grant authorization_code; a program without a person asks the token endpoint itself, with client_credentials.',
  error: 'unauthorized_client',
};

export const requestObjectAbsent: Rule = {
  id: 'request-object-absent',
  spec: 'OpenID Connect Core 1.0, section 6',
  level: 'MUST',
  says: 'The request parameter is not used: request objects are not supported.',
  stops: 'Parameters that the client had signed would be ignored without a word.',
  fix: 'Leave request out, and send what its JWT holds as parameters of the query.',
  error: 'request_not_supported',
};

export const requestUriAbsent: Rule = {
  id: 'request-uri-absent',
  spec: 'OpenID Connect Core 1.0, section 6',
  level: 'MUST',
  says: 'The request_uri parameter is not used: request objects are not supported.',
  stops: 'Parameters that the client had put elsewhere would be ignored without a word.',
  fix: 'Leave request_uri out, and send what it refers to as parameters of the query.',
  error: 'request_uri_not_supported',
};

export const codeChallengeSent: Rule = {
  id: 'code-challenge-sent',
  spec: 'RFC 7636, section 4.4.1',
  level: 'MUST',
  says: 'The request carries a code_challenge: PKCE is required of every client.',
  stops: 'Whoever steals the code in the redirect can redeem it or inject it.',
  fix: 'Make a random code_verifier, keep it, and send the base64url of its SHA-256 as code_challenge, with code_challenge_method=S256.',
  error: 'invalid_request',
};

export const codeChallengeMethodS256: Rule = {
  id: 'code-challenge-method-s256',
  spec: 'RFC 7636, section 4.4.1',
  level: 'MUST',
  says: 'The code_challenge_method is S256; plain, which a missing one would mean, is not served.',
  stops: 'Who reads the authorization request reads the verifier in it.',
  fix: 'Send code_challenge_method=S256 and hash the verifier; a library that leaves the method out means plain.',
  error: 'invalid_request',
};

export const codeChallengeWellFormed: Rule = {
  id: 'code-challenge-well-formed',
  spec: 'RFC 7636, section 4.2',
  level: 'MUST',
  says: 'The code_challenge is a SHA-256 in base64url: 43 characters.',
  stops: 'A code is issued that no verifier can ever redeem.',
  fix: 'Send the 32 bytes of the SHA-256 in base64url without padding, which makes 43 characters: no +, no / and no =, and not the 64 characters of hexadecimal.',
  error: 'invalid_request',
};

export const scopeAllowedForClient: Rule = {
  id: 'scope-allowed-for-client',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'HARDENING',
  says: 'Every scope that is asked for is one that the client registered.',
  stops: 'An app that once registered for names asks people for their mail.',
  fix: 'Ask only for scopes that this client is registered for; look for a typing error, or register the missing one.',
  error: 'invalid_scope',
};
