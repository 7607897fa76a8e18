/** A recording as an HTTP archive, and that archive as the same recording. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { toHar } from '../src/exports/har.ts';
import { fromHar } from '../src/exports/open-har.ts';
import type { Exchange, Recording } from '../src/recording/exchange.ts';
import {
  answer,
  exchange,
  origins,
  recording,
  redirect,
  signIn,
  textBody,
} from './small-recording.ts';

const binary = { text: btoa('\0\xff'), encoding: 'base64' as const, size: 2 };

/** With everything that an exchange can have: the type finds what is forgotten here. */
const everything: Required<Exchange> = {
  ...exchange({ id: 1, line: 'POST /login?a=1&a=%C3%BC#x', body: '</script>`' }),
  agent: 'curl/8.18.0',
  finishedAt: 1_800_000_001_100.25,
  movedBy: -5000,
  response: { ...answer('image/png', ''), body: { ...binary, cut: true } },
  failure: 'It hung up.',
  verdicts: [
    {
      rule: {
        id: 'state-known',
        spec: 'RFC 6749, section 10.12',
        level: 'MUST',
        says: 'It is known.',
        stops: 'Forgery.',
        fix: 'Send it.',
        error: 'invalid_request',
        structural: true,
      },
      passed: false,
      expected: '"a"',
      received: '"b"',
    },
  ],
  verdictsCut: true,
  cause: 7,
  requestBefore: exchange({ id: 1, line: 'GET /before' }).request,
  responseBefore: redirect('/before'),
  sentAgain: 3,
  noise: true,
  upgraded: true,
};

function thereAndBack(one: Recording): Recording {
  return fromHar(JSON.stringify(toHar(one)), origins);
}

test('what was saved comes back as it was, every member of it', () => {
  const odd: Exchange[] = [
    exchange({
      id: 2,
      flow: 0,
      headers: [
        ['X-A', ''],
        ['x-a', '1'],
        ['X-A', 'é'],
      ],
    }),
    {
      ...exchange({ id: 3, line: 'POST /' }),
      request: { ...everything.request, body: binary },
    },
    exchange({
      id: 4,
      line: 'OPTIONS *',
      response: answer('text/plain', 'x'.repeat(1e6)),
    }),
    exchange({
      id: 5,
      line: 'GET /',
      body: '',
      response: { ...redirect(''), status: 101 },
    }),
    {
      ...exchange({ id: 6 }),
      request: {
        ...everything.request,
        body: { ...textBody(''), size: 9, omitted: true },
      },
    },
  ];
  const keys = { keys: [{ kty: 'EC', kid: 'a' }] };
  const whole = { ...recording([everything, ...odd, ...signInFrom(10)]), keys };
  assert.deepEqual(thereAndBack(whole), whole);
  assert.deepEqual(thereAndBack({ ...whole, masked: true }).masked, true);
  assert.deepEqual(thereAndBack(recording([])), recording([]));
});

function signInFrom(first: number): Exchange[] {
  return signIn().map((one) => ({ ...one, id: one.id + first }));
}

/** What HAR 1.2 requires, strictly; what begins with an underscore is ours. */
function strict(shape: z.core.$ZodShape) {
  return z.strictObject({ ...shape, _fourRoles: z.unknown().optional() });
}
const text = z.string();
const count = z.number().min(-1);
const pairs = z.array(z.strictObject({ name: text, value: text }));
const cookies = z.array(
  z.strictObject({
    name: text,
    value: text,
    path: text.optional(),
    domain: text.optional(),
    httpOnly: z.boolean().optional(),
    secure: z.boolean().optional(),
  }),
);
const message = {
  httpVersion: text,
  cookies,
  headers: pairs,
  headersSize: count,
  bodySize: count,
};
const har12 = z.strictObject({
  log: strict({
    version: z.literal('1.2'),
    creator: strict({ name: text, version: text }),
    pages: z.array(
      strict({
        startedDateTime: z.iso.datetime(),
        id: text,
        title: text,
        pageTimings: z.strictObject({}),
      }),
    ),
    entries: z.array(
      strict({
        pageref: text.optional(),
        startedDateTime: z.iso.datetime(),
        time: z.number().min(0),
        request: strict({
          ...message,
          method: text,
          url: z.url(),
          queryString: pairs,
          postData: strict({
            mimeType: text,
            params: pairs,
            text,
            _encoding: z.literal('base64').optional(),
          }).optional(),
        }),
        response: strict({
          ...message,
          status: z.int(),
          statusText: text,
          redirectURL: text,
          content: strict({
            size: z.number().min(0),
            mimeType: text,
            text,
            encoding: z.literal('base64').optional(),
          }),
        }),
        cache: z.strictObject({}),
        timings: strict({
          blocked: count,
          send: z.number().min(0),
          wait: z.number().min(0),
          receive: z.number().min(0),
        }),
      }),
    ),
  }),
});

test('it has what HAR 1.2 demands, and nothing of ours without an underscore', () => {
  const har = toHar(recording([everything, ...signInFrom(10)]));
  const result = har12.safeParse(JSON.parse(JSON.stringify(har)));
  assert.equal(result.error && z.prettifyError(result.error), undefined);
  for (const { time, timings } of har.log.entries) {
    const { blocked, send, wait, receive } = timings;
    assert.equal(blocked + send + wait + receive, time);
  }
});

test('it reads as other tools expect: absolute URLs, parameters, cookies, held time as blocked', () => {
  const { entries } = toHar(
    recording([{ ...exchange({ id: 1 }), heldFor: 40 }, ...signInFrom(10)]),
  ).log;
  assert.deepEqual(entries[0]!.timings, { blocked: 40, send: 0, wait: 60, receive: 0 });
  assert.equal(entries[0]!.response.status, 0);
  const password = entries[3]!;
  assert.equal(password.request.url, 'http://localhost:9001/login');
  assert.equal(password.request.postData?.params[1]?.value, 'ada');
  assert.equal(password.response.cookies[0]?.name, 'acorn_session');
  assert.equal(password.response.cookies[0]?.httpOnly, true);
  assert.match(password.response.redirectURL, /^\/authorize\?/);
  const consent = entries[4]!;
  assert.deepEqual(consent.request.cookies[0], { name: 'theme', value: 'dark' });
  assert.equal(consent.request.queryString[0]?.name, 'response_type');
});
