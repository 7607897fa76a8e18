/** What each error code means, in plain words; `why` says what usually mends it. */
import type { ErrorCode } from '@four-roles/protocol/oauth-error';
import type { Explanation } from './explanation.ts';

const authorization = 'RFC 6749, section 4.1.2.1';
const token = 'RFC 6749, section 5.2';
const bearer = 'RFC 6750, section 3.1';
const registration = 'RFC 7591, section 3.2.2';
const openid = 'OpenID Connect Core 1.0, section 3.1.2.6';

/** Every one that a role of ours can answer with. */
export const errorCodes: Record<ErrorCode, Explanation> = {
  invalid_request: {
    what: 'A parameter is missing, wrong, or sent twice.',
    why: 'Compare the request with the section that it follows.',
    spec: token,
  },
  invalid_client: {
    what: 'The client is unknown, or did not prove who it is.',
    why: 'Check client_id, and the secret or the assertion: only the method that is registered counts, and a suspended client is refused whatever it shows.',
    spec: token,
  },
  invalid_grant: {
    what: 'The code or the refresh token is wrong, spent, expired, or was given to somebody else.',
    why: 'Begin a new sign-in, and redeem its code once, at once, with the same redirect_uri and its own verifier.',
    spec: token,
  },
  unauthorized_client: {
    what: 'This client may not ask in this way.',
    why: 'Use a grant that it is registered for.',
    spec: token,
  },
  unsupported_grant_type: {
    what: 'The server does not serve this grant_type.',
    why: 'Look into grant_types_supported of its metadata.',
    spec: token,
  },
  unsupported_response_type: {
    what: 'The server does not serve this response_type.',
    why: 'Ask for code.',
    spec: authorization,
  },
  invalid_scope: {
    what: 'A scope is unknown, malformed, or more than this client may have.',
    why: 'Ask for less, and look for typing errors.',
    spec: token,
  },
  access_denied: {
    what: 'Somebody who may decide said no: the person, or a rule.',
    why: 'Ask again if the person has changed their mind.',
    spec: authorization,
  },
  server_error: {
    what: 'Something went wrong at the server that nobody foresaw.',
    why: 'Its log says what.',
    spec: authorization,
  },
  temporarily_unavailable: {
    what: 'A server that is needed is away or busy.',
    why: 'Try again in a moment.',
    spec: authorization,
  },
  invalid_token: {
    what: 'The token is expired, revoked, used up, malformed, or not for this.',
    why: 'Get a new access token and repeat the request once; a new initial access token is made in the developer console.',
    spec: bearer,
  },
  insufficient_scope: {
    what: 'The access token is good, and does not allow this.',
    why: 'Ask for the scope that the challenge names.',
    spec: bearer,
  },
  invalid_redirect_uri: {
    what: 'A redirect URI that a client wants to register is not acceptable.',
    why: 'The rule that refused says what is wrong with it: a fragment, a wildcard, http where it is not this machine.',
    spec: registration,
  },
  invalid_client_metadata: {
    what: 'Something else that a client says of itself is not acceptable.',
    why: 'The rule that refused names the member.',
    spec: registration,
  },
  invalid_target: {
    what: 'The resource is unknown, or is not the one that was granted.',
    why: 'Send the identifier that its metadata names.',
    spec: 'RFC 8707, section 2',
  },
  login_required: {
    what: 'Nobody is signed in, and no page may be shown.',
    why: 'Ask again without prompt=none.',
    spec: openid,
  },
  consent_required: {
    what: 'The person has not agreed yet, and no page may be shown.',
    why: 'Ask again without prompt=none.',
    spec: openid,
  },
  request_not_supported: {
    what: 'The server does not serve the request parameter.',
    why: 'Send the parameters themselves.',
    spec: openid,
  },
  request_uri_not_supported: {
    what: 'The server does not serve the request_uri parameter.',
    why: 'Send the parameters themselves.',
    spec: openid,
  },
  authentication_required: {
    what: 'No access token was shown.',
    why: 'Send Authorization: Bearer and the access token.',
    spec: bearer,
  },
  not_found: { what: 'There is no such thing here, or not for whoever asks.' },
  method_not_allowed: { what: 'This address does not know this method.' },
  payload_too_large: { what: 'The body is too long.' },
  idempotency_key_reused: {
    what: 'This Idempotency-Key was used for another request.',
    why: 'Give a new request a new key.',
    spec: 'draft-ietf-httpapi-idempotency-key-header',
  },
  too_many_requests: {
    what: 'Too many requests, or too many wrong guesses.',
    why: 'Wait for as many seconds as Retry-After says.',
    spec: 'RFC 6585, section 4',
  },
  bad_gateway: { what: 'The service behind the gateway did not answer.' },
  misdirected_request: {
    what: 'The request is for another host.',
    why: 'Use the address that this role is known by.',
    spec: 'RFC 9110, section 15.5.20',
  },
  invalid_response: { what: 'A party gave an answer that cannot be believed.' },
};
