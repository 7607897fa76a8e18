/** What the record of security events says, in words. */
import type { EventName } from '../../security-record.ts';

export const eventWords: Record<EventName, string> = {
  signed_in: 'Signed in',
  sign_in_refused: 'Sign-in refused',
  signed_out: 'Signed out',
  consent_given: 'Agreed to an app',
  consent_denied: 'Denied an app',
  token_issued: 'Access token issued',
  request_refused: 'Request refused',
  token_revoked: 'Access token revoked',
  grant_revoked: 'Grant revoked',
  client_registered: 'Application registered',
  client_updated: 'Application changed',
  client_secret_rotated: 'Secret rotated',
  client_suspended: 'Application suspended',
  client_resumed: 'Application resumed',
  client_deleted: 'Application deleted',
  initial_access_token_issued: 'Initial access token made',
  initial_access_token_removed: 'Initial access token removed',
  signing_key_rotated: 'Signing keys rotated',
  signing_key_withdrawn: 'Signing key withdrawn',
};
