/**
 * What the worker demands of those who press its button.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const runAskedByOwnPage: Rule = {
  id: 'run-asked-by-own-page',
  spec: 'RFC 6454, section 7',
  level: 'HARDENING',
  says: 'The Origin header of a request that starts a run is the origin of the status page.',
  stops: 'Any page that somebody has open in the same browser starts runs.',
  fix: 'Open the status page of the worker and press its button; curl has to send Origin with the origin of that page.',
  error: 'access_denied',
};
