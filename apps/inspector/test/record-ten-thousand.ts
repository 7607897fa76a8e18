/**
 * To be run with --expose-gc: records ten thousand exchanges as sign-ins make
 * them, more that push the oldest out, and then pages of 100 KB; prints how much
 * memory they take.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule } from '@four-roles/protocol/rule';
import { encodeTrace } from '@four-roles/protocol/rule-trace';
import type { RawHeaders } from '../src/recording/exchange.ts';
import { createRecording } from '../src/recording/recording.ts';
import { origins } from './recorded-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'ten-thousand-'));
process.once('exit', () => rmSync(folder, { recursive: true }));
const collect = (globalThis as { gc?: () => void }).gc!;
const recording = createRecording({ origins, clockFile: join(folder, 'clock') });

let made = 0;
const random = () => `${++made}`.padStart(43, 'x');

/** As Chromium sends them. */
function browserHeaders(cookie: string): RawHeaders {
  return [
    ['Host', 'localhost:9000'],
    ['Connection', 'keep-alive'],
    ['sec-ch-ua', '"Chromium";v="143", "Not A(Brand";v="24"'],
    ['sec-ch-ua-mobile', '?0'],
    ['sec-ch-ua-platform', '"Linux"'],
    ['Upgrade-Insecure-Requests', '1'],
    ['User-Agent', `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 ${made}`],
    [
      'Accept',
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    ],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-Dest', 'document'],
    ['Referer', 'http://localhost:9000/'],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Accept-Language', 'en-US,en;q=0.9'],
    ['Cookie', `briefing_session=${cookie}; acorn_session=${cookie}`],
  ];
}

/** Fifteen rules, none of them broken. */
function makeTrace(): string {
  const verdicts = Array.from({ length: 15 }, (_, number) => ({
    rule: {
      ...{ id: `rule-number-${number}`, spec: 'RFC 6749, section 4.1.3' },
      level: 'MUST',
      says: `${'What holds, in one sentence, '.repeat(3)}${number}.`,
      stops: 'What would happen without it, in one sentence of some length.',
      fix: 'What to do about it, in one sentence.',
      error: 'invalid_request',
    } satisfies Rule,
    passed: true,
    ...{ expected: `something that is expected ${made}`, received: random() },
  }));
  return encodeTrace(verdicts);
}

const traces = Array.from({ length: 20 }, makeTrace);

function record(from: 'browser' | 'client', line: string, body: string): void {
  const [method = '', target = ''] = line.split(' ');
  const agent: RawHeaders = [['User-Agent', 'FourRoles-Client/1']];
  const watching = recording.observer({
    ...{ to: from === 'browser' ? 'client' : 'resource-server', method, target },
    headers: from === 'browser' ? browserHeaders(random()) : agent,
    remotePort: 50_000,
  });
  watching.mayHoldRequest();
  watching.requestComplete();
  const headers: RawHeaders = browserHeaders(random()).slice(0, 10);
  watching.responseHead({ status: 200, reason: 'OK', headers }, traces[made % 20]);
  watching.responseBody(Buffer.from(body));
  watching.responseComplete();
  watching.done();
}

function recordMany(count: number): void {
  for (let turn = 0; turn < count / 4; turn++) {
    record('browser', `GET /login?state=${random()}&code_challenge=${random()}`, '');
    record('browser', `GET /callback?state=${random()}&code=${random()}`, '');
    record('client', 'GET /user/userinfo', JSON.stringify({ sub: random() }));
    record('browser', 'GET /inbox', `<p>${random()}</p>`.repeat(120));
  }
}

function used(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const before = used();
recordMany(10_000);
const full = used() - before;
const exchanges = recording.toRecording().exchanges.length;
recordMany(5_000);
const later = used() - before;
for (let page = 0; page < 2_000; page++) {
  record('browser', 'GET /inbox', `\u2713 ${random()}`.repeat(2_000));
}
const long = used() - before;
console.log(JSON.stringify({ full, later, long, exchanges }));
