/**
 * What is believed of the authorization server's description of itself.
 */
export {
  endpointsOverTls,
  metadataIssuerMatches,
} from '@four-roles/protocol/authorization-server-metadata';
