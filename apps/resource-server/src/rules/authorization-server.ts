/**
 * What is believed of the authorization server's description of itself.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const metadataIsOfIssuer: Rule = {
  id: 'metadata-is-of-issuer',
  spec: 'RFC 8414, section 3.3',
  level: 'MUST',
  says: 'The issuer in the metadata is the issuer whose metadata was asked for.',
  stops: 'Another server describes itself in the place of ours, with keys of its own.',
  error: 'temporarily_unavailable',
};
