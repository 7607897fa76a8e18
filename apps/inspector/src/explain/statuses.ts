/** What the status of an answer means where OAuth uses it. */
import type { Explanations } from './explanation.ts';

export const statuses: Explanations = {
  '101': {
    what: 'The connection becomes a WebSocket.',
    spec: 'RFC 9110, section 15.2.2',
  },
  '200': { what: 'Here it is.', spec: 'RFC 9110, section 15.3.1' },
  '201': { what: 'It was made.', spec: 'RFC 9110, section 15.3.2' },
  '204': { what: 'Done, and there is nothing to say.', spec: 'RFC 9110, section 15.3.5' },
  '302': {
    what: 'Go on there.',
    why: 'It leaves open whether a POST stays a POST; 303 does not.',
    spec: 'RFC 9110, section 15.4.3',
  },
  '303': {
    what: 'Go on there, with a GET.',
    why: 'What a form carried stays behind.',
    stops: 'After a 307 the browser would send the password on to the client.',
    spec: 'RFC 9700, section 4.12',
  },
  '304': { what: 'What you have is still good.', spec: 'RFC 9110, section 15.4.5' },
  '307': {
    what: 'Go on there, with the same method and the same body.',
    why: 'Here it leads a GET only, from another name of this machine to the one that counts.',
    spec: 'RFC 9110, section 15.4.8',
  },
  '400': {
    what: 'The request is wrong.',
    why: 'Most errors of the token endpoint travel with it.',
    spec: 'RFC 6749, section 5.2',
  },
  '401': {
    what: 'Nobody knows who asks: no credentials, or wrong ones.',
    why: 'A challenge in WWW-Authenticate says what is needed.',
    spec: 'RFC 9110, section 15.5.2',
  },
  '403': {
    what: 'It is known who asks, and they may not.',
    why: 'The same token will not do, however often it is sent.',
    spec: 'RFC 9110, section 15.5.4',
  },
  '404': {
    what: 'There is no such thing.',
    why: 'What belongs to somebody else is answered with it too, so nobody learns that it exists.',
    spec: 'RFC 9110, section 15.5.5',
  },
  '405': { what: 'Not with this method.', spec: 'RFC 9110, section 15.5.6' },
  '411': { what: 'Say how long the body is.', spec: 'RFC 9110, section 15.5.12' },
  '413': { what: 'The body is too long.', spec: 'RFC 9110, section 15.5.14' },
  '415': { what: 'The body is of the wrong kind.', spec: 'RFC 9110, section 15.5.16' },
  '421': {
    what: 'This host is not the one that was asked for.',
    spec: 'RFC 9110, section 15.5.20',
  },
  '422': {
    what: 'It can be read, and cannot be done.',
    spec: 'RFC 9110, section 15.5.21',
  },
  '429': {
    what: 'Too many requests.',
    why: 'Retry-After says for how long to wait.',
    stops: 'Somebody would guess secrets by the million.',
    spec: 'RFC 6585, section 4',
  },
  '500': {
    what: 'Something went wrong that nobody foresaw.',
    spec: 'RFC 9110, section 15.6.1',
  },
  '502': {
    what: 'The server behind this one gave no good answer.',
    spec: 'RFC 9110, section 15.6.3',
  },
  '503': {
    what: 'Not now: a server that is needed is away.',
    spec: 'RFC 9110, section 15.6.4',
  },
};
