/** The headers on which OAuth leans, and those that keep other sites out. */
import type { Explanations } from './explanation.ts';

const cors = 'Pages of other origins';

/** Of these two, the first word of the value decides. */
export const credentialHeaders: Explanations = {
  'authorization basic': {
    what: 'client_id and client_secret, form-encoded, with a colon between, in base64.',
    why: 'The client proves that it is itself; base64 hides nothing.',
    stops: 'Whoever knows the public client_id would act as the client.',
    spec: 'RFC 6749, section 2.3.1',
  },
  'authorization bearer': {
    what: 'A bearer token: an access token, or one with which a client registers or changes its registration.',
    why: 'In the header it is in no address, no history and no log, and no page can make a browser add it.',
    spec: 'RFC 6750, section 2.1',
  },
  'www-authenticate bearer': {
    what: 'The challenge: an access token is needed, or a better one, and why.',
    why: 'A client reads from it whether to get a new token, to ask for more scope, or to give up.',
    spec: 'RFC 6750, section 3',
  },
  'www-authenticate basic': {
    what: 'The challenge: a client has to authenticate.',
    spec: 'RFC 6749, section 5.2',
  },
};

export const oauthHeaders: Explanations = {
  authorization: {
    what: 'The credentials of whoever asks.',
    spec: 'RFC 9110, section 11.6.2',
  },
  'www-authenticate': {
    what: 'How to authenticate here.',
    spec: 'RFC 9110, section 11.6.1',
  },
  location: {
    what: 'Where the browser goes on: a redirect is how two servers talk through a browser.',
    why: 'What stands here passes through the address bar.',
    spec: 'RFC 9110, section 10.2.2',
  },
  'set-cookie': {
    what: 'Something that the browser keeps, and sends along with every request to this host.',
    why: 'So a server knows a browser again.',
    spec: 'RFC 6265, section 4.1',
  },
  cookie: {
    what: 'What the browser keeps for this host; the browser adds it by itself.',
    why: 'It says which browser this is. Cookies tell hosts apart, and not ports.',
    spec: 'RFC 6265, section 4.2',
  },
  origin: {
    what: 'Which page sent the request: scheme, host and port.',
    why: 'The browser writes it and no page can change it.',
    stops: 'Cross-site request forgery: another site would send forms in your name.',
    spec: 'RFC 6454, section 7',
  },
  referer: {
    what: 'From which page the browser comes.',
    why: 'Where it tells too much, it gives away a code in an address: see Referrer-Policy.',
    spec: 'RFC 9700, section 4.2',
  },
  'cache-control': {
    what: 'Whether a cache may keep the answer.',
    why: 'An answer with tokens says no-store.',
    stops: 'A shared cache would hand one person the tokens of another.',
    spec: 'RFC 6749, section 5.1',
  },
  'retry-after': {
    what: 'After how many seconds to try again.',
    spec: 'RFC 9110, section 10.2.3',
  },
  'idempotency-key': {
    what: 'A name that the client gave to this payment.',
    why: 'The same request under the same name is done once, however often it is sent.',
    stops: 'A client that lost the answer would pay twice.',
    spec: 'draft-ietf-httpapi-idempotency-key-header',
  },
  'idempotency-replayed': {
    what: 'This was done before, under the same Idempotency-Key: here is the first answer.',
  },
  'access-control-allow-origin': {
    what: 'Pages of which origins may read the answer; * stands for all.',
    why: 'A token is sent on purpose, so any page may call; a page that works with cookies never says this.',
  },
  'access-control-expose-headers': { what: 'Which headers those pages may read.' },
  'access-control-allow-methods': { what: `${cors} may use these methods.` },
  'access-control-allow-headers': { what: `${cors} may send these headers.` },
  'access-control-max-age': { what: 'For how many seconds that answer may be kept.' },
  'access-control-request-method': { what: 'Which method a page wants to use.' },
  'access-control-request-headers': { what: 'Which headers a page wants to send.' },
};
