/**
 * What the worker demands of the answer of the token endpoint.
 */
import type { Rule } from '@four-roles/protocol/rule';

export {
  tokenIsBearer,
  tokenResponseWellFormed,
} from '@four-roles/protocol/token-messages';

export const tokenLifetimeStated: Rule = {
  id: 'token-lifetime-stated',
  spec: 'RFC 6749, section 5.1',
  level: 'HARDENING',
  says: 'The answer says with expires_in for how many seconds the token is good.',
  stops:
    'The worker keeps a token for ever, and learns from failures that it has expired.',
  fix: 'Answer with expires_in, a positive number of seconds.',
  error: 'invalid_response',
};

export const grantedScopeSuffices: Rule = {
  id: 'granted-scope-suffices',
  spec: 'RFC 6749, section 3.3',
  level: 'HARDENING',
  says: 'The granted scope covers every scope that was asked for.',
  stops: 'A job begins with too little, and is refused when half of its work is done.',
  fix: 'Have the missing scope assigned to the worker where it is registered, or let the job ask for less.',
  error: 'invalid_response',
};
