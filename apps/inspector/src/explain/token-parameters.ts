/** What travels from server to server: the token, introspection and revocation endpoints. */
import type { Explanations } from './explanation.ts';

export const tokenParameters: Explanations = {
  grant_type: {
    what: 'In exchange for what the client wants a token: authorization_code, refresh_token or client_credentials.',
    spec: 'RFC 6749, section 4.1.3',
  },
  code_verifier: {
    what: 'The secret of which the code_challenge was made.',
    why: 'The server hashes it and compares: only who began this sign-in has it.',
    stops:
      'Whoever stole the code would redeem it, or inject it into a sign-in of their own.',
    spec: 'RFC 7636, section 4.5',
  },
  client_secret: {
    what: 'The password of the client.',
    why: 'It proves that the client itself asks; the server keeps only its hash.',
    stops: 'Whoever knows the public client_id would act as the client.',
    spec: 'RFC 6749, section 2.3.1',
  },
  client_assertion: {
    what: 'A JWT that the client has just signed with its private key.',
    why: 'It proves that the client itself asks, once and to this server alone; the server has the public key only.',
    stops:
      'A secret that both sides have is stolen at either of them, or read on the way and used again.',
    spec: 'RFC 7523, section 2.2',
  },
  client_assertion_type: {
    what: 'What kind of proof the client_assertion is: a JWT.',
    spec: 'RFC 7523, section 2.2',
  },
  refresh_token: {
    what: 'A credential of the client that is worth a new access token.',
    why: 'Access tokens can be short-lived, and nobody is asked again; each use replaces it.',
    stops: 'Rotation shows a theft: when a used one comes again, the whole grant ends.',
    spec: 'RFC 6749, section 1.5',
  },
  access_token: {
    what: 'What opens the API: a signed JWT.',
    why: 'Whoever holds it may use it, so it is short-lived, for one resource and for one scope.',
    spec: 'RFC 6749, section 1.4',
  },
  token_type: {
    what: 'How the token is used: Bearer, by showing it.',
    why: 'A client must not use a token whose type it does not understand.',
    spec: 'RFC 6749, section 7.1',
  },
  expires_in: {
    what: 'For how many seconds the access token is good.',
    spec: 'RFC 6749, section 5.1',
  },
  id_token: {
    what: 'Who signed in, when, and in answer to which request, as a signed JWT.',
    why: 'It is for the client alone; no API accepts it.',
    spec: 'OpenID Connect Core 1.0, section 2',
  },
  token: {
    what: 'The token that is asked about, or given back.',
    why: 'It travels in the body: addresses end up in logs.',
    spec: 'RFC 7662, section 2.1',
  },
  token_type_hint: {
    what: 'Which kind of token it probably is: access_token or refresh_token.',
    why: 'It only tells the server where to look first.',
    spec: 'RFC 7009, section 2.1',
  },
  active: {
    what: 'Whether the token is good now.',
    why: 'Of a token that is not, nothing else is said.',
    stops: 'A signed token would go on working after its owner has taken it back.',
    spec: 'RFC 7662, section 2.2',
  },

  as_of: { what: 'When the list of what was revoked was made.' },
  tokens: { what: 'Single access tokens that were revoked, by their jti.' },
  grants: {
    what: 'Grants that have ended: the jti of each access token of theirs begins with their id.',
  },
  clients: {
    what: 'Clients whose access tokens are dead, if they were issued no later than revoked_at.',
    why: 'A client that was stopped and goes on again gets new tokens; the old ones stay dead.',
  },
  revoked_at: { what: 'Until when what this client was issued is dead.' },
};

/** What a refusal says, in the query, in the body and in a challenge. */
export const errorParameters: Explanations = {
  error: {
    what: 'Why the request was refused, as one of the registered codes.',
    spec: 'RFC 6749, section 5.2',
  },
  error_description: {
    what: 'The same for the developer who reads it, in a sentence.',
    spec: 'RFC 6749, section 5.2',
  },
  error_uri: {
    what: 'Where to read on: here, the section that the request did not heed.',
    spec: 'RFC 6749, section 5.2',
  },
};

/** The attributes of a WWW-Authenticate header, beside those of an error. */
export const challengeAttributes: Explanations = {
  ...errorParameters,
  scope: {
    what: 'The scope that would have been enough.',
    why: 'The client knows what to ask for.',
    spec: 'RFC 6750, section 3',
  },
  resource_metadata: {
    what: 'Where this resource says whose tokens it accepts.',
    why: 'A client that was refused finds its way without being configured.',
    spec: 'RFC 9728, section 5.1',
  },
  realm: {
    what: 'The name of the area that is protected.',
    spec: 'RFC 9110, section 11.5',
  },
  charset: {
    what: 'In which encoding the credentials are read: UTF-8.',
    spec: 'RFC 7617, section 2.1',
  },
};
