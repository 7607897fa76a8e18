/** What travels through the browser: authorization request, authorization response, sign-out. */
import type { Explanations } from './explanation.ts';

export const authorizationParameters: Explanations = {
  response_type: {
    what: 'What kind of answer the client wants: code.',
    why: 'A code may pass through the browser; the tokens come later, from server to server.',
    stops:
      'With token, the access token would stand in the address bar and in the history.',
    spec: 'RFC 6749, section 3.1.1',
  },
  client_id: {
    what: 'The name of the client, as it was registered.',
    why: 'It tells whose redirect URIs and scopes count; it is no secret and proves nothing.',
    spec: 'RFC 6749, section 2.2',
  },
  redirect_uri: {
    what: 'The address of the client to which the answer goes.',
    why: 'It has to equal a registered one, character by character, and is repeated when the code is redeemed.',
    stops: 'An attacker would have the code sent to an address of their own.',
    spec: 'RFC 6749, section 3.1.2',
  },
  scope: {
    what: 'What may be done, as words with spaces between.',
    why: 'The client asks for as little as it needs; the person, or the registration, may grant less.',
    stops: 'A token that leaks opens only what its scope names.',
    spec: 'RFC 6749, section 3.3',
  },
  state: {
    what: 'A random value that the client made for this sign-in and keeps for this browser.',
    why: 'It comes back unchanged, and ties the answer to the question.',
    stops:
      'Cross-site request forgery: an attacker would have you finish their sign-in, and use their account as if it were yours.',
    spec: 'RFC 6749, section 10.12',
  },
  nonce: {
    what: 'A random value that comes back inside the ID token.',
    why: 'It ties the ID token to this sign-in.',
    stops:
      "Injection: a code, or an ID token, of somebody else's sign-in would be accepted here.",
    spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  },
  code_challenge: {
    what: 'The SHA-256 of a secret that the client made for this sign-in, the code_verifier.',
    why: 'The server keeps it, and will redeem the code only for whoever shows the verifier.',
    stops: 'A code that is stolen in the redirect is of no use to the thief.',
    spec: 'RFC 7636, section 4.2',
  },
  code_challenge_method: {
    what: 'How the challenge was made of the verifier: S256.',
    why: 'A hash cannot be turned back; what plain sends is the verifier itself.',
    stops: 'Whoever reads the authorization request would know the verifier.',
    spec: 'RFC 7636, section 4.3',
  },
  resource: {
    what: 'The protected resource that the token will be for.',
    why: 'It becomes the aud of the access token.',
    stops: 'A token that one API was given would be good at another.',
    spec: 'RFC 8707, section 2',
  },
  response_mode: {
    what: 'Where in the answer the parameters stand: query.',
    spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  },
  prompt: {
    what: 'Whether the person may, or must, be bothered: none, login, consent.',
    why: 'A client can ask for a fresh sign-in, or for an answer without any page.',
    spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  },
  max_age: {
    what: 'How many seconds ago the person may have signed in.',
    why: 'Before something important, a client can ask for a fresh sign-in.',
    spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  },
  login_hint: {
    what: 'The username that the client expects; the login page fills it in.',
    spec: 'OpenID Connect Core 1.0, section 3.1.2.1',
  },
  request: {
    what: 'The parameters once more, as a signed JWT; not served here.',
    spec: 'OpenID Connect Core 1.0, section 6',
  },
  request_uri: {
    what: 'Where the parameters can be fetched as a JWT; not served here.',
    spec: 'OpenID Connect Core 1.0, section 6',
  },
  code: {
    what: 'The authorization code: a ticket that is worth tokens.',
    why: 'It passes through the browser, so it is good once, for 60 seconds, for this client, and with the verifier alone.',
    stops: 'If the tokens themselves passed here, a history or a log would have them.',
    spec: 'RFC 6749, section 4.1.2',
  },
  iss: {
    what: 'Who answers: the issuer of the authorization server.',
    why: 'The client compares it with the server that it asked.',
    stops:
      'Mix-up: a hostile server would have the client bring it the code of an honest one.',
    spec: 'RFC 9207, section 2',
  },
  id_token_hint: {
    what: 'An ID token of before, which says who is meant, and which client asks.',
    spec: 'OpenID Connect RP-Initiated Logout 1.0, section 2',
  },
  post_logout_redirect_uri: {
    what: 'The address of the client to which the browser returns after signing out.',
    why: 'It has to be registered.',
    stops: 'The sign-out page would lead people to any address.',
    spec: 'OpenID Connect RP-Initiated Logout 1.0, section 3',
  },
};
