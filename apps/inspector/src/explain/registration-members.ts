/** What a client says of itself when it registers, and what it is told. */
import type { Explanations } from './explanation.ts';

const metadata = 'RFC 7591, section 2';
const answer = 'RFC 7591, section 3.2.1';

export const registrationMembers: Explanations = {
  client_name: {
    what: 'What people know the client by.',
    stops: 'A name that looks like that of somebody else is trusted in its place.',
    spec: metadata,
  },
  client_uri: { what: 'The home page of the client.', spec: metadata },
  description: { what: "What the client is for, in a sentence: Acorn's own member." },
  application_type: {
    what: 'What kind of program it is: web, browser, native, or service, which has no people.',
  },
  redirect_uris: {
    what: 'Where people may be sent back to, each character by character.',
    spec: metadata,
  },
  post_logout_redirect_uris: { what: 'Where people may be sent after they signed out.' },
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
    spec: metadata,
  },
  jwks_uri: { what: 'Where it publishes its public keys.', spec: metadata },
  client_id_issued_at: { what: 'When it was registered.', spec: answer },
  client_secret_expires_at: {
    what: 'When its secret ends; 0 says that it does not.',
    spec: answer,
  },
  registration_access_token: {
    what: 'With this token it reads and changes its own registration, and no other.',
    spec: 'RFC 7592, section 3',
  },
  registration_client_uri: {
    what: 'Where it does that.',
    spec: 'RFC 7592, section 3',
  },
  previous_secret_lifetime: {
    what: 'For how many seconds the old secret is to work beside the new one.',
  },
  previous_secret_expires_at: { what: 'When the old secret stops working.' },
};
