/**
 * What the inspector demands of whoever reads the recording or presses its
 * buttons: that it is its own page. Any site that somebody has open in the same
 * browser can send requests to this machine.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const controlAskedByOwnPage: Rule = {
  id: 'control-asked-by-own-page',
  spec: 'RFC 6454, section 7',
  level: 'HARDENING',
  says: 'The Origin header of a request that changes something is the origin of the inspector.',
  stops:
    'Any page that is open in the same browser lets held messages go, moves the clocks, or resets the roles.',
  fix: 'Use the page of the inspector; curl has to send Origin with the origin of that page.',
  error: 'access_denied',
};

export const recordingReadByOwnPage: Rule = {
  id: 'recording-read-by-own-page',
  spec: 'Fetch Metadata Request Headers, Sec-Fetch-Site',
  level: 'HARDENING',
  says: 'Sec-Fetch-Site, which a browser sends of itself, says same-origin, or none where a person typed the address.',
  stops:
    'A page of another site embeds the recording as an image, a script or a download, and learns from it what it can.',
  fix: 'Open the page of the inspector itself, and export from its menu.',
  error: 'access_denied',
};
