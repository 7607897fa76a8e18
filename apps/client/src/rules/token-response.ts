/**
 * What the client demands of the answer of the token endpoint.
 */
import type { Rule } from '@four-roles/protocol/rule';

export {
  tokenIsBearer,
  tokenResponseWellFormed,
} from '@four-roles/protocol/token-messages';

export const idTokenPresent: Rule = {
  id: 'id-token-present',
  spec: 'OpenID Connect Core 1.0, section 3.1.3.3',
  level: 'MUST',
  says: 'An answer to a request with the scope openid has an ID token.',
  stops: 'The client has an access token, and takes holding it for having signed in.',
  fix: 'Send an id_token in the answer wherever openid was granted; at the client, make sure that openid is among the scopes it asks for.',
  error: 'invalid_response',
  structural: true,
};
