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
  fix: 'Return the state exactly as it was sent, and start at the client\u2019s own sign-in button: a callback that was typed, bookmarked or edited answers nothing.',
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
  fix: 'Finish the sign-in in the browser, and under the host name, where it began; another browser, a private window or 127.0.0.1 in place of localhost has other cookies.',
  error: 'invalid_request',
};

export const attemptFresh: Rule = {
  id: 'attempt-fresh',
  spec: 'RFC 9700, section 2.1',
  level: 'HARDENING',
  says: 'The sign-in began less than an hour ago.',
  stops: 'A state that leaked yesterday still ends in a session today.',
  fix: 'Begin the sign-in again, and finish it within an hour.',
  error: 'invalid_request',
};

export const attemptUsedOnce: Rule = {
  id: 'attempt-used-once',
  spec: 'RFC 9700, section 2.1',
  level: 'MUST',
  says: 'A sign-in is finished once: its state, its nonce and its code_verifier work a single time.',
  stops: 'An answer kept in a history or a log is played again.',
  fix: 'Begin a new sign-in in place of reloading the callback or going back to it: its state has done its work.',
  error: 'invalid_request',
};

export const responseFromIssuer: Rule = {
  id: 'response-from-issuer',
  spec: 'RFC 9207, section 2.4',
  level: 'MUST',
  says: 'The iss of the answer is the authorization server that was asked.',
  stops:
    'A hostile server mixes itself in, and the client carries an honest server\u2019s code to it.',
  fix: 'Send iss in the authorization response, exactly as in the metadata of the server that was asked; at the client, ask the server that it is configured for.',
  error: 'invalid_response',
};

export const errorIsNotSuccess: Rule = {
  id: 'error-is-not-success',
  spec: 'RFC 6749, section 4.1.2.1',
  level: 'MUST',
  says: 'An answer that carries an error is a refusal, whatever else it carries.',
  stops: 'A code slipped in beside a refusal signs somebody in.',
  fix: 'Read the error: for access_denied begin again and choose Allow, for another one correct the authorization request.',
  error: 'access_denied',
};

export const codePresent: Rule = {
  id: 'code-present',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'An answer that is not an error has a code.',
  stops: 'The client asks for a token with nothing in its hand.',
  fix: 'Send a code to the redirect URI, or an error; look for something between the two servers that cut the query off.',
  error: 'invalid_response',
  structural: true,
};
