/**
 * What the client demands of its own calls of the API, and of the answers.
 */
import type { Rule } from '@four-roles/protocol/rule';

export { tokenStaysWithItsResource } from '@four-roles/protocol/bearer';

export const userinfoWellFormed: Rule = {
  id: 'userinfo-well-formed',
  spec: 'OpenID Connect Core 1.0, section 5.3.2',
  level: 'MUST',
  says: 'The answer about a person is a JSON object with a sub.',
  stops: 'The page shows a name that belongs to nobody.',
  fix: 'Answer with a JSON object that has a sub, as application/json; look for a proxy that put a page of its own in the way.',
  error: 'invalid_response',
  structural: true,
};

export const userinfoSameSubject: Rule = {
  id: 'userinfo-same-subject',
  spec: 'OpenID Connect Core 1.0, section 5.3.2',
  level: 'MUST',
  says: 'The sub of the userinfo answer is the sub of the ID token.',
  stops: 'One person is signed in and sees the name and the picture of another.',
  fix: 'Answer with the sub of the person that the access token speaks for, the same as in the ID token; look for two sign-ins whose tokens were mixed up.',
  error: 'invalid_response',
};

export const apiAnswerWellFormed: Rule = {
  id: 'api-answer-well-formed',
  spec: 'OWASP Input Validation',
  level: 'HARDENING',
  says: 'The answer of the API has the members that the page shows.',
  stops: 'A page crashes in front of a person because another party changed.',
  fix: 'Compare the answer of the API with what the client reads: a member is missing, was renamed or has another type.',
  error: 'invalid_response',
  structural: true,
};

export const pictureFromResourceServer: Rule = {
  id: 'picture-from-resource-server',
  spec: 'OpenID Connect Core 1.0, section 5.1',
  level: 'HARDENING',
  says: 'The picture comes from the resource server.',
  stops:
    'A picture from anywhere tells a stranger when a person opens the app, and from where.',
  fix: 'Serve pictures from the resource server, and name that address in the picture claim.',
  error: 'invalid_response',
};
