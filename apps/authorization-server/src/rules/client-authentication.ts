/**
 * Who is asking? What must hold before a client is believed to be the client
 * that it says it is.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const oneAuthenticationMethod: Rule = {
  id: 'one-authentication-method',
  spec: 'RFC 6749, section 2.3',
  level: 'MUST',
  says: 'A request carries client credentials in one place: the Authorization header, or client_secret in the body, or a client_assertion.',
  stops:
    'A request passes a proxy as one client and is served as another, depending on which credentials each of them reads.',
  fix: 'Send the one kind of credentials that the client is registered for; look for a library that adds another by itself.',
  error: 'invalid_request',
};

export const credentialsNotInUri: Rule = {
  id: 'credentials-not-in-uri',
  spec: 'RFC 6749, section 2.3.1',
  level: 'MUST',
  says: 'Client credentials, codes and tokens travel in the body, never in the request URI.',
  stops: 'Secrets end up in access logs, in browser histories and in Referer headers.',
  fix: 'Move everything secret from the address into the form of the body, and treat what stood in the address as lost: logs have it.',
  error: 'invalid_request',
};

export const basicCredentialsWellFormed: Rule = {
  id: 'basic-credentials-well-formed',
  spec: 'RFC 6749, section 2.3.1',
  level: 'MUST',
  says: 'The Authorization header holds Basic credentials: base64 of a form-encoded client_id, a colon and a form-encoded client_secret.',
  stops: 'There would be nobody to look up.',
  fix: 'Form-encode client_id and client_secret, join them with a colon, and send the base64 of that after the word Basic; a Bearer token does not identify a client.',
  error: 'invalid_client',
  structural: true,
};

export const clientIdAgrees: Rule = {
  id: 'client-id-agrees',
  spec: 'RFC 6749, section 3.2.1',
  level: 'HARDENING',
  says: 'A client_id in the body is the one in the Authorization header, or the sub of the client_assertion.',
  stops:
    'One request speaks in the name of two clients, and each check picks the one it likes.',
  fix: 'Leave client_id out of the body where an Authorization header or a client_assertion is sent, or send the same one in both.',
  error: 'invalid_request',
};

export const clientKnown: Rule = {
  id: 'client-known',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The client is registered here.',
  stops: 'There would be no client whose rights could be looked up.',
  fix: 'Send the client_id that was issued at registration, in the header or in the body; look for a typing error, or for credentials of before a reset.',
  error: 'invalid_client',
  structural: true,
};

export const clientNotSuspended: Rule = {
  id: 'client-not-suspended',
  spec: 'RFC 6749, section 5.2',
  level: 'HARDENING',
  says: 'Nothing is issued to a client that was suspended, whatever it proves.',
  stops:
    'A client whose credentials were stolen, or that misbehaves, goes on until somebody has found out why.',
  fix: 'Ask whoever registered the client to resume it, in the developer console, and to rotate its credentials if they were the reason.',
  error: 'invalid_client',
};

export const publicClientSendsNoSecret: Rule = {
  id: 'public-client-sends-no-secret',
  spec: 'RFC 6749, section 2.3',
  level: 'HARDENING',
  says: 'A public client, which has no secret, sends none.',
  stops:
    'A misconfigured client believes that it authenticates, while any secret would do.',
  fix: 'Leave the credentials out, or register the client as confidential and use those that it is issued.',
  error: 'invalid_client',
};

export const confidentialClientAuthenticates: Rule = {
  id: 'confidential-client-authenticates',
  spec: 'RFC 6749, section 3.2.1',
  level: 'MUST',
  says: 'A client that was issued a secret, or registered a key, proves that it has it; PKCE does not replace it.',
  stops: 'Whoever knows the public client_id acts as the client.',
  fix: 'Send the client_secret in the Authorization header (Basic) or in the body, or a signed client_assertion, as registered; a client_id or a code_verifier alone is not enough.',
  error: 'invalid_client',
};

export const authenticationMethodRegistered: Rule = {
  id: 'authentication-method-registered',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'A client authenticates by the method that it registered as its token_endpoint_auth_method, and by no other.',
  stops:
    'Whoever cannot get past the method that was chosen with care tries a weaker one, or one whose credentials leaked.',
  fix: 'Authenticate by the registered method: client_secret_basic is the Authorization header, client_secret_post is the body, private_key_jwt is a client_assertion; or change the registration.',
  error: 'invalid_client',
};

export const clientSecretMatches: Rule = {
  id: 'client-secret-matches',
  spec: 'RFC 6749, section 2.3.1',
  level: 'MUST',
  says: 'The SHA-256 of the client_secret equals the one that was stored when the secret was issued.',
  stops: 'Anybody acts as the client with any secret.',
  fix: 'Send the client_secret that was issued with this client_id; look for the secret of another client, for one of before a reset, or for a space or a line break that was copied along.',
  error: 'invalid_client',
};

export const replacedSecretInTime: Rule = {
  id: 'replaced-secret-in-time',
  spec: 'RFC 7591, section 3.2.1',
  level: 'HARDENING',
  says: 'A client_secret that was replaced works until the time that was stated when the new one was issued.',
  stops:
    'A secret that leaked, and was replaced for that reason, opens the door for ever.',
  fix: 'Use the client_secret that was issued last: this one was replaced, and the time in which both worked is over.',
  error: 'invalid_client',
};

export const secretGuessingSlowed: Rule = {
  id: 'secret-guessing-slowed',
  spec: 'RFC 6749, section 2.3.1',
  level: 'MUST',
  says: 'After twenty wrong secrets for one client from one address, further wrong ones are put off, longer and longer. The right one, which has 256 random bits, is never refused.',
  stops: 'Somebody tries secrets by the million, and fills the database with failures.',
  fix: 'Wait for as many seconds as Retry-After says, and correct the client_secret before trying again.',
  error: 'too_many_requests',
};
