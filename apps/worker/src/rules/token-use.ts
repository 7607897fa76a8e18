/**
 * What the worker demands of itself before it shows a token to anybody.
 */
import type { Rule } from '@four-roles/protocol/rule';

export { tokenStaysWithItsResource } from '@four-roles/protocol/bearer';

export const tokenSentOverTls: Rule = {
  id: 'token-sent-over-tls',
  spec: 'RFC 6750, section 5.3',
  level: 'MUST',
  says: 'A token is sent over https, or to an address on this machine.',
  stops: 'Whoever listens on the network takes the token and uses it.',
  fix: 'Give the resource an https address, or run it on this machine.',
  error: 'access_denied',
};
