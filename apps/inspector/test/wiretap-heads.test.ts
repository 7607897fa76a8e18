/** Heads and connections are the same, directly and through the wiretap. */
import { answer, get, lines, sameBytes } from './wiretap-same-bytes.ts';

sameBytes('A request and an answer with few fields', get, answer('Content-Length: 0'));
sameBytes(
  'Order, case and repetitions of fields',
  lines(
    'GET /a?b=%20&c HTTP/1.1',
    'hOST: x',
    'X-A: 1',
    'x-b: 2',
    'X-A: 3',
    'cookie: a',
    'Cookie: b',
  ),
  `${answer('set-cookie: a=1', 'X-Z: 1', 'Set-Cookie: b=2', 'DATE: now', 'x-z: 2', 'content-LENGTH: 2')}ok`,
);
sameBytes(
  'Fields of the connection',
  lines(
    'GET / HTTP/1.1',
    'Host: x',
    'Connection: keep-alive, X-Hop',
    'Keep-Alive: 300',
    'X-Hop: 1',
  ),
  answer('Connection: keep-alive', 'Keep-Alive: timeout=5', 'Content-Length: 0'),
);
sameBytes(
  'Connection: close on both sides',
  lines('GET / HTTP/1.1', 'Host: x', 'Connection: close'),
  `${answer('Content-Length: 2', 'Connection: close')}ok`,
);
sameBytes('A request without Host', lines('GET / HTTP/1.1'), answer('Content-Length: 0'));
sameBytes(
  'An absolute target',
  lines('GET http://x/y HTTP/1.1', 'Host: x'),
  answer('Content-Length: 0'),
);
sameBytes(
  'OPTIONS *',
  lines('OPTIONS * HTTP/1.1', 'Host: x'),
  answer('Content-Length: 0'),
);
sameBytes(
  'A redirect with several cookies is not followed',
  get,
  lines(
    'HTTP/1.1 303 See Other',
    'Location: http://localhost:9/elsewhere',
    'Set-Cookie: a=1; Path=/',
    'Set-Cookie: b=2',
    'Content-Length: 0',
  ),
);
sameBytes(
  'A reason of its own',
  get,
  lines('HTTP/1.1 299 Quite Fine, Thanks', 'Content-Length: 0'),
);
sameBytes('No reason at all', get, lines('HTTP/1.1 404 ', 'Content-Length: 0'));
sameBytes(
  'Field values beyond ASCII',
  lines('GET / HTTP/1.1', 'Host: x', 'X-Name: \xc3\xa4\xff'),
  answer(
    'Content-Length: 0',
    'Content-Disposition: attachment; filename=\xc3\xa4.txt',
    'X-Name: \xe4',
  ),
);
sameBytes(
  'Fields of 40 KB',
  get,
  answer('Content-Length: 0', `X-Long: ${'x'.repeat(40_000)}`),
);
sameBytes(
  'Three thousand fields',
  get,
  answer('Content-Length: 0', ...Array.from({ length: 3000 }, (_, i) => `X: ${i}`)),
);
sameBytes(
  'HTTP/1.0, whose caller knows no chunks',
  lines('GET / HTTP/1.0', 'Accept: */*'),
  `${lines('HTTP/1.0 200 OK', 'Content-Type: text/plain')}old`,
);
sameBytes(
  'Expect: 100-continue',
  `${lines('POST / HTTP/1.1', 'Host: x', 'Expect: 100-continue', 'Content-Length: 2')}ok`,
  `${lines('HTTP/1.1 100 Continue')}${answer('Content-Length: 0')}`,
);
sameBytes(
  'Early hints before the answer',
  get,
  lines('HTTP/1.1 103 Early Hints', 'Link: </a.css>; rel=preload', 'link: </b.css>') +
    answer('Content-Length: 0'),
);
sameBytes(
  'Several requests on one connection, of several kinds',
  [
    get,
    `${lines('POST / HTTP/1.1', 'Host: x', 'Content-Length: 2')}ab`,
    lines('HEAD / HTTP/1.1', 'Host: x'),
    get,
  ],
  [
    `${answer('Transfer-Encoding: chunked')}2\r\nok\r\n0\r\n\r\n`,
    `${answer('Content-Length: 3')}yes`,
    answer('Content-Length: 3'),
    lines('HTTP/1.1 204 No Content'),
  ],
);
