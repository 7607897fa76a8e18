/**
 * What must hold for the addresses that a client registers, to which people
 * are sent back with a code, or after signing out.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const redirectUrisGiven: Rule = {
  id: 'redirect-uris-given',
  spec: 'RFC 7591, section 2',
  level: 'MUST',
  says: 'A client that asks people for their consent registers at least one redirect URI.',
  stops: 'There would be no address that an answer may be sent to.',
  fix: 'Add redirect_uris, with the address to which people come back; or register a service, which asks nobody.',
  error: 'invalid_redirect_uri',
};

export const redirectUrisOfServiceAbsent: Rule = {
  id: 'redirect-uris-of-service-absent',
  spec: 'RFC 7591, section 2.1',
  level: 'HARDENING',
  says: 'A service, which asks nobody for their consent, registers no redirect URI.',
  stops:
    'A machine keeps an address that nobody looks after, and that a later mistake opens.',
  fix: 'Leave redirect_uris and post_logout_redirect_uris out; or register another application_type, if people sign in to it.',
  error: 'invalid_redirect_uri',
};

export const redirectUrisFew: Rule = {
  id: 'redirect-uris-few',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'There are at most ten redirect URIs, each of at most 2000 characters.',
  stops: 'One registration fills the table, and nobody can look over its addresses.',
  fix: 'Register the few addresses that are in use, and put what varies into state.',
  error: 'invalid_redirect_uri',
};

export const redirectUriAbsolute: Rule = {
  id: 'redirect-uri-absolute',
  spec: 'RFC 6749, section 3.1.2',
  level: 'MUST',
  says: 'Each redirect URI is an absolute URI of visible ASCII characters, without a backslash.',
  stops:
    'An address that each reader understands differently sends the code to the wrong one.',
  fix: 'Write the whole address, scheme and host included, and percent-encode what is not ASCII.',
  error: 'invalid_redirect_uri',
};

export const redirectUriWithoutFragment: Rule = {
  id: 'redirect-uri-without-fragment',
  spec: 'RFC 6749, section 3.1.2',
  level: 'MUST',
  says: 'No redirect URI has a fragment, not even an empty one.',
  stops: 'The answer is added behind the #, where no server ever sees it.',
  fix: 'Remove the # and what follows it from the address.',
  error: 'invalid_redirect_uri',
};

export const redirectUriWithoutWildcard: Rule = {
  id: 'redirect-uri-without-wildcard',
  spec: 'RFC 9700, section 2.1',
  level: 'MUST',
  says: 'No redirect URI has a wildcard: each is compared character by character.',
  stops:
    'Somebody who believes that the asterisk stands for anything weakens the comparison until it does.',
  fix: 'Register each address by itself, without an asterisk.',
  error: 'invalid_redirect_uri',
};

export const redirectUriWithoutCredentials: Rule = {
  id: 'redirect-uri-without-credentials',
  spec: 'RFC 9110, section 4.2.4',
  level: 'HARDENING',
  says: 'No redirect URI has a user name or a password in it.',
  stops: 'An address that begins with a trusted name and an @ leads somewhere else.',
  fix: 'Remove the user name, the password and the @ from the address.',
  error: 'invalid_redirect_uri',
};

export const redirectUriProtected: Rule = {
  id: 'redirect-uri-protected',
  spec: 'RFC 9700, section 2.6',
  level: 'MUST',
  says: 'A redirect URI of an application on the web is an https address, or an http one on this machine.',
  stops: 'The code crosses the network for all to read, or is run as a script.',
  fix: 'Register an https address; for development, one on http://localhost or http://127.0.0.1.',
  error: 'invalid_redirect_uri',
};

export const redirectUriOfNativeApp: Rule = {
  id: 'redirect-uri-of-native-app',
  spec: 'RFC 8252, section 7',
  level: 'MUST',
  says: 'A redirect URI of a native app is an http address on a loopback IP, an https address that it claims, or has a scheme of its own with a dot in it.',
  stops:
    'Two apps choose the same short scheme, and the code goes to whichever the system asks first.',
  fix: 'Register http://127.0.0.1/path (any port fits), an https address, or a scheme such as com.example.app:/path.',
  error: 'invalid_redirect_uri',
};
