/**
 * What must hold for what a client says of itself, its name and its redirect
 * URIs aside.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const metadataIsJson: Rule = {
  id: 'metadata-is-json',
  spec: 'RFC 7591, section 3.1',
  level: 'MUST',
  says: 'The body of the request is application/json, and holds an object.',
  stops: 'There would be no members to read.',
  fix: 'Send one JSON object, with Content-Type: application/json; a form is not read here.',
  error: 'invalid_client_metadata',
  structural: true,
};

export const metadataMembersWellFormed: Rule = {
  id: 'metadata-members-well-formed',
  spec: 'RFC 7591, section 2',
  level: 'MUST',
  says: 'Each member is of its type: a string, an array of strings or, for jwks, an object with the array keys.',
  stops: 'A number or an object would stand where the code reads text.',
  fix: 'Send redirect_uris, grant_types and response_types as arrays of strings, scope as one string with spaces, and jwks as an object with keys.',
  error: 'invalid_client_metadata',
  structural: true,
};

export const clientUriIsWebPage: Rule = {
  id: 'client-uri-is-web-page',
  spec: 'RFC 7591, section 2',
  level: 'MUST',
  says: 'The client_uri is the absolute http or https address of a page, with no user name in it and at most 2000 characters.',
  stops:
    'A person clicks on the name of an application, and a javascript: address runs in a page of this server.',
  fix: 'Set client_uri to the home page of the application, such as https://app.example/.',
  error: 'invalid_client_metadata',
};

export const clientUriProtected: Rule = {
  id: 'client-uri-protected',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The client_uri is an https address, or an http one on this machine.',
  stops: 'Whoever listens on the network shows people another page in its place.',
  fix: 'Use an https address as client_uri; for development, one on http://localhost.',
  error: 'invalid_client_metadata',
};

export const descriptionShort: Rule = {
  id: 'description-short',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The description has at most 300 characters, all of them visible, and no markup.',
  stops: 'A description takes the page over that should show it.',
  fix: 'Say in one or two plain sentences what the application does.',
  error: 'invalid_client_metadata',
};

export const applicationTypeKnown: Rule = {
  id: 'application-type-known',
  spec: 'OpenID Connect Dynamic Client Registration 1.0, section 2',
  level: 'HARDENING',
  says: 'The application_type is web or native, or one of the two that this server adds: browser and service.',
  stops: 'No rule would say which redirect URIs and which authentication fit it.',
  fix: 'Send web, browser, native or service as application_type, or leave it out: it then follows from the other members.',
  error: 'invalid_client_metadata',
  structural: true,
};

export const grantTypesFitType: Rule = {
  id: 'grant-types-fit-type',
  spec: 'RFC 7591, section 2.1',
  level: 'HARDENING',
  says: 'A service has the grant type client_credentials and no other; every other client has authorization_code, and may have refresh_token.',
  stops: 'An application for people turns into a machine that asks nobody.',
  fix: 'Register two clients, if the program serves people and works in its own name too; the grants password and implicit are not served.',
  error: 'invalid_client_metadata',
};

export const responseTypesFitGrantTypes: Rule = {
  id: 'response-types-fit-grant-types',
  spec: 'RFC 7591, section 2.1',
  level: 'SHOULD',
  says: 'The response_types are code for the grant type authorization_code, and none without it.',
  stops: 'A client waits for tokens in the browser, which this server never sends there.',
  fix: 'Leave response_types out, or send code alone beside authorization_code and an empty array for a service.',
  error: 'invalid_client_metadata',
};

export const authMethodKnown: Rule = {
  id: 'auth-method-known',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'The token_endpoint_auth_method is one that this server supports.',
  stops: 'No code would authenticate the client.',
  fix: 'Choose one of token_endpoint_auth_methods_supported in the metadata of this server.',
  error: 'invalid_client_metadata',
  structural: true,
};

export const authMethodOfPublicClient: Rule = {
  id: 'auth-method-of-public-client',
  spec: 'RFC 8252, section 8.4',
  level: 'MUST',
  says: 'A native app and an application in the browser authenticate with nothing: their token_endpoint_auth_method is none.',
  stops: 'A secret that is shipped to everybody is trusted as if it were one.',
  fix: 'Set token_endpoint_auth_method to none: PKCE protects the code; or keep the secret on a server, and register that as web.',
  error: 'invalid_client_metadata',
};

export const authMethodOfService: Rule = {
  id: 'auth-method-of-service',
  spec: 'RFC 6749, section 4.4',
  level: 'MUST',
  says: 'A service proves who it is: its token_endpoint_auth_method is not none.',
  stops: 'Whoever knows a client_id obtains tokens in the name of the machine.',
  fix: 'Let the service authenticate with client_secret_basic, client_secret_post or private_key_jwt.',
  error: 'invalid_client_metadata',
};
