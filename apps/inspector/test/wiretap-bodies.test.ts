/** Bodies of every kind are the same, directly and through the wiretap. */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { answer, get, lines, sameBytes } from './wiretap-same-bytes.ts';

const random = (size: number) => randomBytes(size).toString('latin1');
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, i) => i)).toString(
  'latin1',
);

sameBytes('A binary body', get, `${answer('Content-Length: 256')}${everyByte}`);
sameBytes(
  'A compressed body',
  get,
  (() => {
    const body = gzipSync('hello').toString('latin1');
    return answer('Content-Encoding: gzip', `Content-Length: ${body.length}`) + body;
  })(),
);
sameBytes(
  'A chunked answer',
  get,
  `${answer('Transfer-Encoding: chunked')}5\r\nhello\r\n3\r\n\x00\xff\r\r\n0\r\n\r\n`,
);
sameBytes(
  'A chunked answer with trailers',
  get,
  `${answer('Trailer: X-Sum', 'Transfer-Encoding: chunked')}5\r\nhello\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\n\r\n`,
);
sameBytes(
  'A body that ends with the connection',
  get,
  `${answer('Content-Type: text/plain')}until the end`,
);
sameBytes(
  'HEAD, with the length that GET would have',
  lines('HEAD / HTTP/1.1', 'Host: x'),
  answer('Content-Length: 12345', 'ETag: "a"'),
);
sameBytes(
  'HEAD of what would be chunked',
  lines('HEAD / HTTP/1.1', 'Host: x'),
  answer('Transfer-Encoding: chunked'),
);
sameBytes('204 without a length', get, lines('HTTP/1.1 204 No Content', 'X: y'));
sameBytes(
  '304 with a length',
  get,
  lines('HTTP/1.1 304 Not Modified', 'Content-Length: 99'),
);
sameBytes(
  'A form is posted',
  `${lines('POST /token HTTP/1.1', 'Host: x', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 7')}a=1&b=2`,
  `${answer('Content-Type: application/json', 'Content-Length: 2')}{}`,
);
sameBytes(
  'A POST without a body or a length',
  lines('POST / HTTP/1.1', 'Host: x'),
  answer('Content-Length: 0'),
);
sameBytes(
  'A GET and a DELETE with a body',
  [
    `${lines('GET / HTTP/1.1', 'Host: x', 'Content-Length: 4')}\x00\x01\x02\xff`,
    `${lines('DELETE / HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked')}1\r\na\r\n0\r\n\r\n`,
  ],
  [answer('Content-Length: 0'), answer('Content-Length: 0')],
);
sameBytes(
  'A chunked request with trailers',
  `${lines('POST / HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked', 'Trailer: X-Sum')}5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n`,
  answer('Content-Length: 0'),
);
sameBytes(
  '5 MB in both directions',
  `${lines('PUT / HTTP/1.1', 'Host: x', 'Content-Length: 5000000')}${random(5_000_000)}`,
  `${answer('Content-Length: 5000000')}${random(5_000_000)}`,
);
