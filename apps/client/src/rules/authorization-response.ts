/**
 * What the client demands of what comes back to its redirect URI, in the order
 * in which it looks.
 */
import type { Rule } from '@four-roles/protocol/rule';

export const stateKnown: Rule = {
  id: 'state-known',
  spec: 'RFC 6749, section 10.12',
  level: 'MUST',
  says: 'The state is one that this client has sent.',
  stops: 'An answer that nobody asked for is taken for the end of a sign-in.',
  error: 'invalid_request',
  structural: true,
};

export const stateOfThisBrowser: Rule = {
  id: 'state-of-this-browser',
  spec: 'RFC 9700, section 2.1',
  level: 'MUST',
  says: 'The browser that brings the answer is the one that began the sign-in.',
  stops:
    'An attacker begins a sign-in, lets somebody else finish it, and has them signed in to the attacker\u2019s account.',
  error: 'invalid_request',
};

export const attemptFresh: Rule = {
  id: 'attempt-fresh',
  spec: 'RFC 9700, section 2.1',
  level: 'HARDENING',
  says: 'The sign-in began less than an hour ago.',
  stops: 'A state that leaked yesterday still ends in a session today.',
  error: 'invalid_request',
};

export const attemptUsedOnce: Rule = {
  id: 'attempt-used-once',
  spec: 'RFC 9700, section 2.1',
  level: 'MUST',
  says: 'A sign-in is finished once: its state, its nonce and its code_verifier work a single time.',
  stops: 'An answer kept in a history or a log is played again.',
  error: 'invalid_request',
};

export const responseFromIssuer: Rule = {
  id: 'response-from-issuer',
  spec: 'RFC 9207, section 2.4',
  level: 'MUST',
  says: 'The iss of the answer is the authorization server that was asked.',
  stops:
    'A hostile server mixes itself in, and the client carries an honest server\u2019s code to it.',
  error: 'invalid_response',
};

export const errorIsNotSuccess: Rule = {
  id: 'error-is-not-success',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'MUST',
  says: 'An answer that carries an error is a refusal, whatever else it carries.',
  stops: 'A code slipped in beside a refusal signs somebody in.',
  error: 'access_denied',
};

export const codePresent: Rule = {
  id: 'code-present',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'An answer that is not an error has a code.',
  stops: 'The client asks for a token with nothing in its hand.',
  error: 'invalid_response',
  structural: true,
};
