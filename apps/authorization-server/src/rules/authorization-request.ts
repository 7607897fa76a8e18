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
  error: 'invalid_request',
  structural: true,
};

export const redirectUriRegistered: Rule = {
  id: 'redirect-uri-registered',
  spec: 'RFC 9700, section 2.1',
  level: 'MUST',
  says: 'The redirect_uri is, character for character, one that the client registered; only the port of a loopback IP address may differ.',
  stops: 'An attacker has the code sent to an address of their own.',
  error: 'invalid_request',
};

export const redirectUriGiven: Rule = {
  id: 'redirect-uri-given',
  spec: 'RFC 6749, section 3.1.2.3',
  level: 'MUST',
  says: 'A client that registered several redirect URIs, or none, says which one it wants.',
  stops: 'There would be no address to answer to.',
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
  error: 'invalid_request',
};

export const responseTypeCode: Rule = {
  id: 'response-type-code',
  spec: 'RFC 9700, section 2.1.2',
  level: 'SHOULD',
  says: 'The response_type is code: tokens do not travel through the browser.',
  stops: 'Access tokens stand in the address bar, in the history and in Referer headers.',
  error: 'unsupported_response_type',
};

export const responseModeQuery: Rule = {
  id: 'response-mode-query',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'HARDENING',
  says: 'The response_mode, where one is sent, is query, the only one that is served.',
  stops: 'A client that waits for its answer elsewhere would wait for ever.',
  error: 'invalid_request',
};

export const authorizationCodeGrantAllowed: Rule = {
  id: 'authorization-code-grant-allowed',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'MUST',
  says: 'The client is registered for the authorization code grant.',
  stops: 'A server-to-server client starts to ask people for their consent.',
  error: 'unauthorized_client',
};

export const requestObjectAbsent: Rule = {
  id: 'request-object-absent',
  spec: 'OpenID Connect Core 1.0, section 6',
  level: 'MUST',
  says: 'The request parameter is not used: request objects are not supported.',
  stops: 'Parameters that the client had signed would be ignored without a word.',
  error: 'request_not_supported',
};

export const requestUriAbsent: Rule = {
  id: 'request-uri-absent',
  spec: 'OpenID Connect Core 1.0, section 6',
  level: 'MUST',
  says: 'The request_uri parameter is not used: request objects are not supported.',
  stops: 'Parameters that the client had put elsewhere would be ignored without a word.',
  error: 'request_uri_not_supported',
};

export const codeChallengeSent: Rule = {
  id: 'code-challenge-sent',
  spec: 'RFC 7636, section 4.4.1',
  level: 'MUST',
  says: 'The request carries a code_challenge: PKCE is required of every client.',
  stops: 'Whoever steals the code in the redirect can redeem it or inject it.',
  error: 'invalid_request',
};

export const codeChallengeMethodS256: Rule = {
  id: 'code-challenge-method-s256',
  spec: 'RFC 7636, section 4.4.1',
  level: 'MUST',
  says: 'The code_challenge_method is S256; plain, which a missing one would mean, is not served.',
  stops: 'Who reads the authorization request reads the verifier in it.',
  error: 'invalid_request',
};

export const codeChallengeWellFormed: Rule = {
  id: 'code-challenge-well-formed',
  spec: 'RFC 7636, section 4.2',
  level: 'MUST',
  says: 'The code_challenge is a SHA-256 in base64url: 43 characters.',
  stops: 'A code is issued that no verifier can ever redeem.',
  error: 'invalid_request',
};

export const scopeWellFormed: Rule = {
  id: 'scope-well-formed',
  spec: 'RFC 6749, section 3.3',
  level: 'MUST',
  says: 'The scope is a list of scope tokens with one space between.',
  stops: 'Two parties split one scope in two ways and disagree about what was granted.',
  error: 'invalid_scope',
};

export const scopeAllowedForClient: Rule = {
  id: 'scope-allowed-for-client',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'HARDENING',
  says: 'Every scope that is asked for is one that the client registered.',
  stops: 'An app that once registered for names asks people for their mail.',
  error: 'invalid_scope',
};

export const resourceKnown: Rule = {
  id: 'resource-known',
  spec: 'RFC 8707, section 2',
  level: 'SHOULD',
  says: 'The resource is one protected resource that this server issues tokens for.',
  stops:
    'A token is made out to a server of the attacker, who then replays it elsewhere.',
  error: 'invalid_target',
};

export const scopeOfResource: Rule = {
  id: 'scope-of-resource',
  spec: 'RFC 8707, section 2',
  level: 'HARDENING',
  says: 'Every scope that is asked for belongs to the one resource that the token is for.',
  stops: 'A token for one resource carries rights that mean something at another.',
  error: 'invalid_target',
};

export const promptKnown: Rule = {
  id: 'prompt-known',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'The prompt is none, or a list of login and consent; none stands alone.',
  stops: 'A client asks for silence and a page at the same time, and gets either.',
  error: 'invalid_request',
};

export const maxAgeWellFormed: Rule = {
  id: 'max-age-well-formed',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'The max_age is a number of seconds.',
  stops: 'A client that asks for a recent sign-in, and mistypes it, gets an old one.',
  error: 'invalid_request',
};

export const promptNoneSignedIn: Rule = {
  id: 'prompt-none-signed-in',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'With prompt=none, the person is already signed in.',
  stops: 'A hidden frame that asks silently gets a login page instead of an answer.',
  error: 'login_required',
};

export const promptNoneConsented: Rule = {
  id: 'prompt-none-consented',
  spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  level: 'MUST',
  says: 'With prompt=none, the person has already agreed to what is asked for.',
  stops: 'A hidden frame that asks silently gets a consent page instead of an answer.',
  error: 'consent_required',
};
