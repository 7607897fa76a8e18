/**
 * The one error class of this project: what a party says when it refuses.
 */
import type { Evidence, Rule } from './rule.ts';
import { specificationLink } from './specification-link.ts';

/** Every error code that is used here, and the HTTP status it travels with. */
const statusOf = {
  // RFC 6749, section 5.2 (token endpoint) and section 4.1.2.1 (authorization endpoint)
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
  invalid_scope: 400,
  access_denied: 403,
  server_error: 500,
  temporarily_unavailable: 503,
  // RFC 6750, section 3.1
  invalid_token: 401,
  insufficient_scope: 403,
  // RFC 7591, section 3.2.2
  invalid_redirect_uri: 400,
  invalid_client_metadata: 400,
  // RFC 8707, section 2
  invalid_target: 400,
  // OpenID Connect Core 1.0, section 3.1.2.6
  login_required: 400,
  consent_required: 400,
  request_not_supported: 400,
  request_uri_not_supported: 400,
  // Ours: what a server says where no specification of OAuth has a word for it
  authentication_required: 401,
  not_found: 404,
  method_not_allowed: 405,
  payload_too_large: 413,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  bad_gateway: 502,
  // Ours: a request for another host, with the status of RFC 9110, section 15.5.20
  misdirected_request: 421,
  // Ours: what a party says of an answer that it was given
  invalid_response: 502,
} as const;

export type ErrorCode = keyof typeof statusOf;

export class OAuthError extends Error {
  readonly error: ErrorCode;
  /** The HTTP status code of this error. */
  readonly status: (typeof statusOf)[ErrorCode];
  /** The rule that was broken, where one was. */
  readonly rule: Rule | undefined;
  /** What the rule expected and what it received: for this party's own pages, never for the wire. */
  readonly evidence: Evidence;

  /**
   * @param error the registered error code
   * @param description one sentence for the developer of the other party
   * @param rule the rule that was broken, where one was
   * @param evidence what it expected and what it received
   */
  constructor(
    error: ErrorCode,
    description: string,
    rule?: Rule,
    evidence: Evidence = {},
  ) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
    this.status = statusOf[error];
    this.rule = rule;
    this.evidence = evidence;
  }

  /**
   * The three members that cross the wire.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
   */
  get wire(): { error: string; error_description: string; error_uri?: string } {
    return {
      error: this.error,
      error_description: describable(this.message),
      ...(this.rule && { error_uri: specificationLink(this.rule.spec) }),
    };
  }
}

/**
 * Only the characters that RFC 6749, section 5.2 allows in `error_description`:
 * printable ASCII without the quotation mark and the backslash.
 */
export function describable(text: string): string {
  return text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?').slice(0, 400);
}
