/** Headers that are no part of OAuth, each in a sentence. */
import type { Explanations } from './explanation.ts';

export const httpHeaders: Explanations = {
  host: {
    what: 'Which host was asked, since several may share an address.',
    why: 'Each role answers to one name.',
    stops:
      'DNS rebinding: a page would let its own name point at this machine, and read what we answer.',
    spec: 'RFC 9110, section 7.2',
  },
  'user-agent': {
    what: 'What the sender calls itself: by it the inspector tells the roles from a browser.',
    spec: 'RFC 9110, section 10.1.5',
  },
  'content-type': {
    what: 'What the body is.',
    why: 'Parameters travel as a form, answers as JSON.',
    spec: 'RFC 9110, section 8.3',
  },
  'content-length': {
    what: 'How many bytes the body has.',
    spec: 'RFC 9110, section 8.6',
  },
  'content-encoding': {
    what: 'How the body is compressed.',
    spec: 'RFC 9110, section 8.4',
  },
  'transfer-encoding': {
    what: 'The body comes in pieces.',
    spec: 'RFC 9112, section 6.1',
  },
  accept: {
    what: 'Which kinds of answer are welcome.',
    spec: 'RFC 9110, section 12.5.1',
  },
  'accept-encoding': {
    what: 'Which compression is welcome.',
    spec: 'RFC 9110, section 12.5.3',
  },
  'accept-language': {
    what: 'Which languages are welcome.',
    spec: 'RFC 9110, section 12.5.4',
  },
  'accept-ranges': {
    what: 'Whether a part can be asked for.',
    spec: 'RFC 9110, section 14.3',
  },
  allow: {
    what: 'Which methods this address answers to.',
    spec: 'RFC 9110, section 10.2.1',
  },
  connection: {
    what: 'What becomes of the connection.',
    spec: 'RFC 9110, section 7.6.1',
  },
  date: { what: 'When the answer was made.', spec: 'RFC 9110, section 6.6.1' },
  etag: { what: 'The name of this version.', spec: 'RFC 9110, section 8.8.3' },
  'last-modified': { what: 'When it was last changed.', spec: 'RFC 9110, section 8.8.2' },
  'if-none-match': {
    what: 'Only if it has changed since.',
    spec: 'RFC 9110, section 13.1.2',
  },
  vary: {
    what: 'On which headers the answer depends.',
    spec: 'RFC 9110, section 12.5.5',
  },
  link: { what: 'What belongs to the page.', spec: 'RFC 8288, section 3' },
  pragma: { what: 'Cache-Control, for old caches.', spec: 'RFC 9111, section 5.4' },
  'keep-alive': { what: 'For how long an unused connection stays open.' },
  'upgrade-insecure-requests': { what: 'The browser would rather have https.' },
  'sec-fetch-site': {
    what: 'Whether the request was begun by this site or by another.',
    why: 'The browser writes it and no page can change it.',
    stops: 'Cross-site request forgery: another site would send forms in your name.',
  },
  'sec-fetch-mode': { what: 'Whether a page is opened, or a script or a picture asks.' },
  'sec-fetch-dest': { what: 'What the answer will be used as.' },
  'sec-fetch-user': { what: 'A person has clicked.' },
  'sec-ch-ua': { what: 'Which browser it is.' },
  'sec-ch-ua-mobile': { what: 'Whether it is on a phone.' },
  'sec-ch-ua-platform': { what: 'On which system it is.' },
  traceparent: {
    what: 'Which trace this belongs to: version 00, then the trace-id, the parent-id and the trace-flags, with dashes between.',
    why: 'One story is found in the logs of all parties. It is a label that anybody can send, and proves nothing.',
    spec: 'W3C Trace Context, Traceparent Header',
  },
  'x-client-id': { what: 'The client that the gateway has checked.' },
  'x-nextjs-cache': { what: 'Whether Next.js had the answer already.' },
};
