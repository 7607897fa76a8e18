/** What must hold for a machine to get a token in its own name. */
import type { Rule } from '@four-roles/protocol/rule';

export const clientCredentialsForConfidentialClients: Rule = {
  id: 'client-credentials-for-confidential-clients',
  spec: 'RFC 6749, section 4.4',
  level: 'MUST',
  says: 'Only a client that authenticates, with a secret or a key, uses the client credentials grant.',
  stops: 'Whoever reads a client_id in a web page obtains tokens in its name.',
  fix: 'Register the client as confidential, and authenticate with its secret or its key; a public client asks a person instead, with the authorization code grant.',
  error: 'unauthorized_client',
};

export const scopeAssignedToClient: Rule = {
  id: 'scope-assigned-to-client',
  spec: 'RFC 6749, section 3.3',
  level: 'HARDENING',
  says: 'Every scope that a machine asks for was assigned to it.',
  stops: 'With no person to ask, a machine helps itself to any right it can name.',
  fix: 'Ask only for scopes that were assigned to this client when it was registered, or have the missing one assigned.',
  error: 'invalid_scope',
};

export const scopeGiven: Rule = {
  id: 'scope-given',
  spec: 'RFC 6749, section 3.3',
  level: 'MUST',
  says: 'A machine names the scope it needs; there is no default.',
  stops: 'A token that opens everything is handed out for lack of a wish.',
  fix: 'Add scope to the token request, with the scopes that this job needs.',
  error: 'invalid_scope',
};
