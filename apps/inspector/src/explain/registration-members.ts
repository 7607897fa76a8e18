/** What a client says of itself when it registers, and what it is told. */
import type { Explanations } from './explanation.ts';

const metadata = 'RFC 7591, section 2';
const answer = 'RFC 7591, section 3.2.1';

export const registrationMembers: Explanations = {
  client_id: {
    what: 'The name of the client: issued when it registers, and never chosen.',
    why: 'It says which client is meant; it is no secret and proves nothing.',
    stops: 'A client that called itself like a person would be taken for them.',
    spec: 'RFC 9700, section 4.15',
  },
  client_name: {
    what: 'What people know the client by.',
    stops: 'A name that looks like that of somebody else is trusted in its place.',
    spec: metadata,
  },
  client_uri: {
    what: 'The home page of the client.',
    why: 'People are shown its host beside the name, which anybody may have chosen.',
    stops: 'A javascript: address would run in a page of the authorization server.',
    spec: metadata,
  },
  description: { what: "What the client is for, in a sentence: Acorn's own member." },
  application_type: {
    what: 'What kind of program it is: web, browser, native, or service, which has no people.',
    why: 'It decides which redirect URIs are possible, and whether a secret can be kept.',
    spec: 'OpenID Connect Dynamic Client Registration 1.0, section 2',
  },
  redirect_uris: {
    what: 'Where people may be sent back to, each character by character.',
    stops: 'With a pattern, a page that redirects anywhere would hand the code on.',
    spec: metadata,
  },
  post_logout_redirect_uris: {
    what: 'Where people may be sent after they signed out.',
    spec: 'OpenID Connect RP-Initiated Logout 1.0, section 3',
  },
  grant_types: { what: 'The ways in which it will ask for tokens.', spec: metadata },
  response_types: {
    what: 'What it will ask the authorization endpoint for.',
    spec: metadata,
  },
  token_endpoint_auth_method: {
    what: 'How it will prove who it is: with a secret, or with a key of its own.',
    why: 'Only the registered method is accepted, so that nobody falls back to a weaker one.',
    spec: metadata,
  },
  jwks: {
    what: 'Its public keys. The private ones stay where they were made.',
    why: 'With them the server verifies what the client signs, and cannot sign in its name.',
    stops: 'Whoever steals a database of public keys has stolen nothing.',
    spec: metadata,
  },
  jwks_uri: {
    what: 'Where public keys are published: those of the server in its metadata, of a client in its registration.',
    why: 'Whoever publishes keys changes them alone: a new one is found there.',
    stops:
      'The address of a client is chosen by a stranger, and leads into no private network (server-side request forgery).',
    spec: 'OWASP Server Side Request Forgery Prevention',
  },
  client_id_issued_at: {
    what: 'When it was registered, in seconds since 1970.',
    spec: answer,
  },
  client_secret_expires_at: {
    what: 'When its secret ends, in seconds since 1970; 0 says that it does not.',
    spec: answer,
  },
  initial_access_token: {
    what: 'What a program needs to register itself: a person made it, for some scopes, some registrations and some time.',
    why: 'The new client belongs to that person, and gets no scope that the token does not give.',
    stops: 'Anybody could register clients without end, under any name.',
    spec: 'RFC 7591, section 3',
  },
  registration_access_token: {
    what: 'With this token it reads and changes its own registration, and no other.',
    why: 'It is no access token: no API accepts it, and it names neither scope nor resource.',
    stops: "A client would change another one's redirect URIs, and collect its codes.",
    spec: 'RFC 7592, section 3',
  },
  registration_client_uri: {
    what: 'Where it does that.',
    why: 'The client uses the address that it was told, and makes up none.',
    spec: 'RFC 7592, section 3',
  },
  previous_secret_lifetime: {
    what: 'For how many seconds the old secret is to work beside the new one.',
  },
  previous_secret_expires_at: {
    what: 'When the old secret stops working, in seconds since 1970.',
    why: 'Until then every copy of the program can be given the new one.',
  },
};
