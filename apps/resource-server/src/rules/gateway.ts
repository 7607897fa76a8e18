/**
 * What the gateway holds back from its upstream.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const rateIsWithinLimit: Rule = {
  id: 'rate-is-within-limit',
  spec: 'RFC 6585, section 4',
  level: 'HARDENING',
  says: 'The client has made no more than 60 requests in this minute.',
  stops: 'One client uses up the upstream for all.',
  fix: 'Wait for as many seconds as Retry-After says, then send fewer than 60 requests in a minute.',
  error: 'too_many_requests',
};

export const forwardedPathIsPlain: Rule = {
  id: 'forwarded-path-is-plain',
  spec: 'RFC 3986, section 7.3',
  level: 'HARDENING',
  says: 'The path hides no slash, backslash, dot or percent sign behind percent-encoding.',
  stops: 'The upstream decodes ..%2F and walks out of the part that is public.',
  fix: 'Write the path without %2F, %5C, %2E and %25; what needs such characters goes into the query.',
  error: 'invalid_request',
};
