/** What must hold for every token request. */
import type { Rule } from '@four-roles/protocol/rule';

export const formBody: Rule = {
  id: 'form-body',
  spec: 'RFC 6749, section 3.2',
  level: 'MUST',
  says: 'The body of the request is application/x-www-form-urlencoded.',
  stops: 'There would be no parameters to read.',
  fix: 'Send the parameters as a form, with Content-Type: application/x-www-form-urlencoded; JSON is not read here.',
  error: 'invalid_request',
  structural: true,
};

export const grantTypeSent: Rule = {
  id: 'grant-type-sent',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The request names its grant_type.',
  stops: 'Nobody could tell what is asked for.',
  fix: 'Add grant_type to the form: authorization_code, refresh_token or client_credentials.',
  error: 'invalid_request',
  structural: true,
};

export const grantTypeSupported: Rule = {
  id: 'grant-type-supported',
  spec: 'RFC 9700, section 2.4',
  level: 'MUST',
  says: 'The grant_type is authorization_code, refresh_token or client_credentials; the password grant is not among them.',
  stops: 'There would be no code to serve it; and a client would come to see passwords.',
  fix: 'Use authorization_code for people and client_credentials for programs; the password grant is not coming back.',
  error: 'unsupported_grant_type',
  structural: true,
};

export const grantTypeAllowed: Rule = {
  id: 'grant-type-allowed',
  spec: 'RFC 6749, section 5.2',
  level: 'MUST',
  says: 'The client is registered for this grant_type.',
  stops: 'A web app obtains tokens in its own name that nobody agreed to.',
  fix: 'Use a grant that this client is registered for, or register it for this one.',
  error: 'unauthorized_client',
};
