/** Who may register a client, and who may read and change its registration. */
import type { Rule } from '@four-roles/protocol/rule';

export const registrationTokenSent: Rule = {
  id: 'registration-token-sent',
  spec: 'RFC 7591, section 3',
  level: 'HARDENING',
  says: 'The request carries a bearer token: an initial access token to register, the registration access token of the client for everything after.',
  stops: 'There would be nothing to tell who is asking.',
  fix: 'Send Authorization: Bearer and the token; an initial access token comes from the developer console, a registration access token from the answer to the registration.',
  error: 'authentication_required',
  structural: true,
};

export const initialAccessTokenUsable: Rule = {
  id: 'initial-access-token-usable',
  spec: 'RFC 7591, section 3',
  level: 'MUST',
  says: 'The initial access token was issued here, has not expired, and has a registration left.',
  stops: 'There would be nobody whom the client belongs to.',
  fix: 'Make a new initial access token in the developer console: this one is unknown, has expired or is used up.',
  error: 'invalid_token',
  structural: true,
};

export const initialAccessTokenSpent: Rule = {
  id: 'initial-access-token-spent',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'A registration takes one from what its initial access token has left, in the same atomic step that makes the client.',
  stops: 'A hundred requests at once register a hundred clients with a token for one.',
  fix: 'Use another initial access token: somebody else used this one up in the same moment.',
  error: 'invalid_token',
};

export const clientsOfOnePersonFew: Rule = {
  id: 'clients-of-one-person-few',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'One person has at most fifty applications.',
  stops: 'One account fills the table for everybody.',
  fix: 'Delete an application that is no longer used, in the developer console or with its registration access token.',
  error: 'access_denied',
};

export const registeredClientKnown: Rule = {
  id: 'registered-client-known',
  spec: 'RFC 7592, section 2.1',
  level: 'MUST',
  says: 'The client whose registration is asked for exists.',
  stops: 'There would be no registration to show.',
  fix: 'Use the registration_client_uri as it was given; a client that was deleted has to register anew.',
  error: 'invalid_token',
  structural: true,
};

export const registrationTokenMatches: Rule = {
  id: 'registration-token-matches',
  spec: 'RFC 7592, section 2',
  level: 'MUST',
  says: 'The registration access token is the one that was issued for this very client.',
  stops: 'One client reads, changes and deletes another.',
  fix: 'Send the registration_access_token that came with this client_id, not an access token and not that of another client.',
  error: 'invalid_token',
};

export const registrationNotSuspended: Rule = {
  id: 'registration-not-suspended',
  spec: 'RFC 7592, section 2.2',
  level: 'HARDENING',
  says: 'A client that is suspended may read its registration, and changes nothing of it.',
  stops: 'A client that its owner has stopped covers its tracks, or deletes itself.',
  fix: 'Have the owner of the application resume it in the developer console.',
  error: 'access_denied',
};

export const updateNamesItsClient: Rule = {
  id: 'update-names-its-client',
  spec: 'RFC 7592, section 2.2',
  level: 'MUST',
  says: 'An update carries the client_id, and it is that of the client whose registration it changes.',
  stops: 'A mistaken address gives one client the registration of another.',
  fix: 'Put the client_id that was issued into the object, beside all other members.',
  error: 'invalid_client_metadata',
};

export const updateSecretMatches: Rule = {
  id: 'update-secret-matches',
  spec: 'RFC 7592, section 2.2',
  level: 'MUST',
  says: 'A client_secret in an update is the one that was issued: a client does not choose its own.',
  stops:
    'A client believes that its secret is now the one it sent, and that one is a bad one.',
  fix: 'Leave client_secret out of the update; for a new one, ask at the secret endpoint of the registration.',
  error: 'invalid_client_metadata',
};

export const updateWithoutIssuedMembers: Rule = {
  id: 'update-without-issued-members',
  spec: 'RFC 7592, section 2.2',
  level: 'MUST',
  says: 'An update leaves out what the server alone issues: registration_access_token, registration_client_uri, client_secret_expires_at and client_id_issued_at.',
  stops: 'A client believes that it has prolonged its secret or chosen its own token.',
  fix: 'Remove those four members from the object before sending it back.',
  error: 'invalid_client_metadata',
};

export const rotationOfSecretOnly: Rule = {
  id: 'rotation-of-secret-only',
  spec: 'RFC 7591, section 2',
  level: 'HARDENING',
  says: 'A new secret is issued to a client that authenticates with one.',
  stops: 'A client holds a secret that nobody ever asks it for.',
  fix: 'Register with client_secret_basic or client_secret_post first; a client with keys rotates those, in its jwks or at its jwks_uri.',
  error: 'invalid_client_metadata',
};

export const secretOverlapBounded: Rule = {
  id: 'secret-overlap-bounded',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'The secret that is replaced works on for a whole number of seconds, from none to seven days.',
  stops: 'A secret that leaked is replaced, and opens for ever all the same.',
  fix: 'Send previous_secret_lifetime as a number from 0 to 604800, or leave it out for a day.',
  error: 'invalid_client_metadata',
};

export const registrationRequestsSlowed: Rule = {
  id: 'registration-requests-slowed',
  spec: 'RFC 7591, section 5',
  level: 'HARDENING',
  says: 'There are at most sixty requests in a minute to register or to change a registration, from one address and with one token.',
  stops: 'Somebody tries tokens by the million, or keeps the server busy for all others.',
  fix: 'Wait for as many seconds as Retry-After says; one registration lasts, and need not be repeated.',
  error: 'too_many_requests',
};
