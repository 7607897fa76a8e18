/**
 * What the worker demands of itself before it shows a token to anybody.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const tokenStaysWithItsResource: Rule = {
  id: 'token-stays-with-its-resource',
  spec: 'RFC 6750, section 5.3',
  level: 'MUST',
  says: 'A token is sent only to addresses below the resource that it was issued for.',
  stops:
    'An identifier with "../" in it, or a foreign address, carries the token to somebody else.',
  error: 'access_denied',
};

export const tokenSentOverTls: Rule = {
  id: 'token-sent-over-tls',
  spec: 'RFC 6750, section 5.3',
  level: 'MUST',
  says: 'A token is sent over https, or to an address on this machine.',
  stops: 'Whoever listens on the network takes the token and uses it.',
  error: 'access_denied',
};
