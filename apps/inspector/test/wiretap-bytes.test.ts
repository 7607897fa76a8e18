/**
 * The same bytes are sent to a role directly and through the wiretap: both ends
 * see the same.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

const lines = (...each: string[]) => `${each.join('\r\n')}\r\n\r\n`;
const get = lines('GET / HTTP/1.1', 'Host: localhost:9002');
const answer = (...fields: string[]) => lines('HTTP/1.1 200 OK', ...fields);
const random = (size: number) => randomBytes(size).toString('latin1');
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, i) => i)).toString(
  'latin1',
);

type Seen = { byRole: string; byCaller: string };

/** The role answers each request with the next answer, and hangs up after the last. */
async function exchange(
  t: TestContext,
  requests: string[],
  answers: string[],
  through: boolean,
): Promise<Seen> {
  const byRole = Promise.withResolvers<string>();
  const rolePort = await startRole(t, async (socket) => {
    const role = new End(socket);
    let length = 0;
    for (const [index, request] of requests.entries()) {
      length += request.length;
      await role.until(length);
      role.say(answers[index]!);
    }
    socket.end();
    await role.closed;
    byRole.resolve(role.got);
  });
  const caller = call(t, through ? await tap(t, rolePort) : rolePort);
  let length = 0;
  for (const [index, request] of requests.entries()) {
    caller.say(request);
    length += answers[index]!.length;
    if (index < requests.length - 1) await caller.until(length);
  }
  await caller.closed;
  caller.socket.end();
  return { byRole: await byRole.promise, byCaller: caller.got };
}

function sameBytes(
  title: string,
  requests: string | string[],
  answers: string | string[],
) {
  test(title, soon, async (t) => {
    const directly = await exchange(t, [requests].flat(), [answers].flat(), false);
    const through = await exchange(t, [requests].flat(), [answers].flat(), true);
    assert.equal(directly.byCaller, [answers].flat().join(''));
    assert.equal(through.byRole === directly.byRole, true, through.byRole.slice(0, 2000));
    assert.equal(
      through.byCaller === directly.byCaller,
      true,
      through.byCaller.slice(0, 2000),
    );
  });
}

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
