/**
 * What the worker demands of the answer to its registration.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const registrationResponseWellFormed: Rule = {
  id: 'registration-response-well-formed',
  spec: 'RFC 7591, section 3.2.1',
  level: 'MUST',
  says: 'The answer to a registration is a JSON object with a client_id.',
  stops: 'The worker takes the page of some proxy for a registration.',
  fix: 'Answer with a JSON object that has a client_id; look for a proxy that put a page of its own in the way.',
  error: 'invalid_response',
  structural: true,
};

export const registeredMethodIsAsked: Rule = {
  id: 'registered-method-is-asked',
  spec: 'RFC 7591, section 3.2.1',
  level: 'HARDENING',
  says: 'The registered token_endpoint_auth_method is the one that was asked for.',
  stops:
    'The worker signs with a key that nobody looks at, or falls back to a secret without anybody having decided it.',
  fix: 'Let the authorization server register the method that was asked for, or set WORKER_CLIENT_AUTHENTICATION to one that it supports.',
  error: 'invalid_response',
};

export const clientSecretGiven: Rule = {
  id: 'client-secret-given',
  spec: 'RFC 7591, section 3.2.1',
  level: 'HARDENING',
  says: 'A client that is to authenticate with a secret is given one.',
  stops: 'The worker keeps a registration with which it can prove nothing.',
  fix: 'Answer with a client_secret where the method needs one.',
  error: 'invalid_response',
};

export const secretExpiryStated: Rule = {
  id: 'secret-expiry-stated',
  spec: 'RFC 7591, section 3.2.1',
  level: 'MUST',
  says: 'With a client_secret stands client_secret_expires_at: a time, or 0 where it does not expire.',
  stops: 'A secret ends one night, and nobody was told that it would.',
  fix: 'Answer with client_secret_expires_at beside each client_secret, 0 where it does not expire.',
  error: 'invalid_response',
};

export const registeredScopeSuffices: Rule = {
  id: 'registered-scope-suffices',
  spec: 'RFC 7591, section 3.2.1',
  level: 'HARDENING',
  says: 'The registered scope covers every scope that was asked for.',
  stops: 'The worker learns from refused jobs, one by one, what it was not given.',
  fix: 'Use an initial access token that allows all of the scopes, or ask for less.',
  error: 'invalid_response',
};
