/**
 * What a good token allows: which operation, on whose data.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const scopeCoversRequest: Rule = {
  id: 'scope-covers-request',
  spec: 'RFC 6750, section 3.1',
  level: 'MUST',
  says: 'The scope of the token contains the scope that this operation needs.',
  stops: 'An app that was allowed to see the profile reads the mail.',
  fix: 'Ask for the scope that the challenge names, with a new authorization request; the person, or the registration of the machine, has to allow it.',
  error: 'insufficient_scope',
};

export const tokenSpeaksForPerson: Rule = {
  id: 'token-speaks-for-person',
  spec: 'RFC 9700, section 4.15',
  level: 'HARDENING',
  says: 'The token speaks for a person: its sub is not its client_id.',
  stops: 'A client that was registered under the id of a person reads that mailbox.',
  fix: 'Use a token that a person agreed to (authorization code grant); a machine\u2019s own token has no mailbox.',
  error: 'access_denied',
};

export const personIsKnown: Rule = {
  id: 'person-is-known',
  spec: 'RFC 9700, section 4.15',
  level: 'HARDENING',
  says: 'This server holds data of the person that the token speaks for.',
  stops: 'A person without a row here is mixed up with another.',
  fix: 'Sign in as a person who has data here; after a reset, sign in again to get a token with the new sub.',
  error: 'access_denied',
  structural: true,
};

export const tokenSpeaksForClient: Rule = {
  id: 'token-speaks-for-client',
  spec: 'RFC 9700, section 4.15',
  level: 'HARDENING',
  says: 'The token speaks for a client itself: its sub is its client_id.',
  stops: 'A person who agreed to one app moves the money of a business.',
  fix: 'Use a token that the machine asked for in its own name (client credentials grant), not that of a person.',
  error: 'access_denied',
};

export const messageBelongsToPerson: Rule = {
  id: 'message-belongs-to-person',
  spec: 'OWASP Insecure Direct Object Reference Prevention',
  level: 'HARDENING',
  says: 'The message lies in the mailbox of the person that the token speaks for.',
  stops: 'Grace reads a message of Ada by its id.',
  fix: 'Take the id from the list of this person\u2019s messages; it is another person\u2019s, or there is no such message.',
  error: 'not_found',
};

export const paymentBelongsToClient: Rule = {
  id: 'payment-belongs-to-client',
  spec: 'OWASP Insecure Direct Object Reference Prevention',
  level: 'HARDENING',
  says: 'The payment was made by the client that asks for it.',
  stops: 'One business reads the payments of another by their ids.',
  fix: 'Take the id from the list of this client\u2019s payments; it is another client\u2019s, or there is no such payment.',
  error: 'not_found',
};
