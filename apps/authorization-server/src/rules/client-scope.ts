/** What must hold for the scope that a client registers. */
import type { Rule } from '@four-roles/protocol/rule';

export const scopeRegistered: Rule = {
  id: 'scope-registered',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'The client names in scope all that it may ever ask for; there is no default.',
  stops: 'A client that asked for nothing is given whatever the server finds normal.',
  fix: 'Add scope, with the scopes that the application needs, and spaces between them.',
  error: 'invalid_client_metadata',
};

export const scopesFew: Rule = {
  id: 'scopes-few',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'A client registers at most twenty scopes.',
  stops: 'A thousand scopes fill the table, and nobody reads what they allow.',
  fix: 'Name the scopes that the application needs, each once.',
  error: 'invalid_client_metadata',
};

export const scopesKnown: Rule = {
  id: 'scopes-known',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'Every scope that a client registers is one that this server knows.',
  stops: 'A client waits with a name that will mean something one day.',
  fix: 'Choose from scopes_supported in the metadata of this server, and look for typing errors.',
  error: 'invalid_client_metadata',
};

export const scopesMayBeGiven: Rule = {
  id: 'scopes-may-be-given',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'Every scope that a client registers is one that the initial access token or, at an update, its registration so far allows.',
  stops: 'A program that was let in for one purpose helps itself to every other.',
  fix: 'Register with an initial access token that allows this scope, or have the owner of the application add it in the developer console.',
  error: 'invalid_client_metadata',
};
