/** Headers that tell a browser what its pages may do. */
import type { Explanations } from './explanation.ts';

export const pageHeaders: Explanations = {
  'content-security-policy': {
    what: 'What a page may load, where its forms may lead, and who may put it into a frame.',
    stops:
      'An injected script would run; a foreign page would put the consent page into a frame and catch the click.',
    spec: 'RFC 9700, section 4.16',
  },
  'x-frame-options': {
    what: 'No other page may put this one into a frame.',
    stops: 'Clickjacking: people would press Allow without seeing it.',
    spec: 'RFC 6749, section 10.13',
  },
  'referrer-policy': {
    what: 'How much of the address a browser tells the next page.',
    stops: 'A code in the address would reach another site as a Referer.',
    spec: 'RFC 9700, section 4.2.4',
  },
  'x-content-type-options': {
    what: 'The browser believes the Content-Type and guesses nothing.',
  },
  'cross-origin-opener-policy': {
    what: 'Pages of other origins cannot get hold of this window.',
  },
  'cross-origin-resource-policy': { what: 'Who may embed this answer.' },
  'origin-agent-cluster': {
    what: 'The browser keeps this origin apart from its neighbours.',
  },
  'permissions-policy': { what: 'Which abilities of the browser the page gives up.' },
  'strict-transport-security': {
    what: 'From now on, this host is visited over https only: all of its ports.',
    why: 'A link or a typed address with http leads to https too. For localhost it is never sent: it would bind every other program of this machine.',
    stops: 'Whoever sits on the way would answer the first request, in plain HTTP.',
    spec: 'RFC 6797, section 6.1',
  },
  'x-dns-prefetch-control': { what: 'Whether names in links are looked up beforehand.' },
  'x-download-options': { what: 'A download is not opened in the name of this site.' },
  'x-permitted-cross-domain-policies': { what: 'Plug-ins get no access.' },
  'x-xss-protection': { what: 'Switches off a filter of old browsers that did harm.' },
};
