/** The fields of the roles' own pages: what the specifications leave open. */
import type { Explanations } from './explanation.ts';

/** Fields that mean something else in the query of an authorization request come first. */
export const formFields: Explanations = {
  username: {
    what: 'Who wants to sign in.',
  },
  password: {
    what: 'The password of the person.',
    why: 'It is typed at the authorization server and goes nowhere else.',
    stops: 'That apps see passwords is what OAuth was made to end.',
    spec: 'RFC 6749, section 1',
  },
  request: {
    what: 'The authorization request that waits for this answer, as a query.',
    why: 'It travels with the form in place of being stored, and is checked anew: any number of sign-ins go on side by side.',
  },
  seal: {
    what: 'A message authentication code over who was asked and what they were asked.',
    why: 'The server made it with a secret of its own, so the answer belongs to that question and that person.',
    stops: 'A changed request, or a page made for another person, would be agreed to.',
    spec: 'RFC 6749, section 10.12',
  },
  decision: {
    what: 'Which button was pressed: allow, deny or sign-out.',
    why: 'Without it there is no code, and no session ends.',
  },
  next: {
    what: 'Where to go on after signing in, where no app asked for it: a name, and never an address.',
  },
  jti: {
    what: 'Which access token is meant: its name, which opens nothing.',
    spec: 'RFC 7519, section 4.1.7',
  },
  overlap: {
    what: 'For how long the client secret that is replaced works on.',
    why: 'Every copy of the application can be given the new one before the old one stops.',
  },
  registrations: {
    what: 'How many clients may be registered with this initial access token.',
  },
  lifetime: { what: 'For how long an initial access token can be used.' },
  token_hash: {
    what: 'Which initial access token is meant: its SHA-256, from which nobody gets it back.',
  },
  to: { what: 'To whom the message goes.' },
  subject: { what: 'The subject of the message.' },
  body: { what: 'The text of the message.' },
};

/** In the addresses of the roles' own pages. */
export const pageParameters: Explanations = {
  return_to: {
    what: 'The page of the client to which the person returns after the sign-in.',
    why: 'Only paths of this app are accepted.',
    stops: 'Open redirector: a link to this app would end on a forged page.',
    spec: 'RFC 9700, section 4.11.1',
  },
  declined: {
    what: 'What was asked for and not granted.',
    why: 'The page tells what it does without it.',
  },
  type: { what: 'What kind of application the form is for.' },
  event: { what: 'Only security events of this kind.' },
  client: { what: 'Only security events that concern this client.' },
  outcome: { what: 'Only what was done, or only what was refused.' },
  since: { what: 'How far back the security events go: an hour, a day, a week.' },
  before: { what: 'Only security events that are older than this one.' },
  next: {
    what: 'Where to go on after signing in: to the connected apps, or to the developer console.',
  },
  sent: { what: 'A message has just been sent.' },
  acorn: { what: 'The authorization server did not answer while the person signed out.' },
  _rsc: { what: 'Next.js asks for the content of a page without its frame.' },
};
