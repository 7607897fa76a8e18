import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawHeaders } from '../src/recording/exchange.ts';
import { recordedWorld } from './recorded-world.ts';
import { openBrowser, random, signIn, signInAtOnce } from './signing-in.ts';

function sideBySide(one: Generator, other: Generator): void {
  for (const _ of one) other.next();
  other.next();
}

test('what a role sends while it answers is caused by what it answers', (t) => {
  const world = recordedWorld(t);
  const ada = signIn(world, openBrowser(world), 'ada');
  const grace = signIn(world, openBrowser(world), 'grace');
  sideBySide(ada, grace);
  const { exchanges } = world.recording.toRecording();
  const causes = exchanges.filter((one) => one.cause).map((one) => [one.id, one.cause]);
  // Two callbacks are under way: the code, then the token, tells which one it is for.
  assert.deepEqual(causes, [
    [15, 12],
    [16, 14],
    [17, 12],
    [19, 14],
  ]);
});

test('a token is traced to the page of the person whose token it is', (t) => {
  const world = recordedWorld(t);
  const [ada, grace] = [openBrowser(world), openBrowser(world)];
  signInAtOnce(world, ada, 'ada');
  signInAtOnce(world, grace, 'grace');
  const ofAda = ada.open('client', 'GET /inbox');
  const ofGrace = grace.open('client', 'GET /inbox');
  const call = (who: string) => {
    const headers: RawHeaders = [
      ['Authorization', `Bearer ${random(`token-of-${who}`)}`],
    ];
    const line = 'GET /user/messages';
    return world.exchange({ from: 'client', to: 'resource-server', line, headers });
  };
  assert.equal(call('ada').cause, ofAda.id);
  assert.equal(call('grace').cause, ofGrace.id);
});

test('without a sign, the cause is the latest whose role waits for no answer', (t) => {
  const world = recordedWorld(t);
  const first = openBrowser(world).open('client', 'GET /login');
  const second = openBrowser(world).open('client', 'GET /login');
  const line = 'GET /jwks';
  const keys = world.send({ from: 'client', to: 'authorization-server', line });
  assert.equal(keys.now().cause, second.id);
  const more = world.send({ from: 'client', to: 'authorization-server', line });
  assert.equal(more.now().cause, first.id);
});

test('a role that works on for whoever has hung up does so in the same flow', (t) => {
  const world = recordedWorld(t);
  const course = signIn(world, openBrowser(world), 'ada');
  for (let step = 0; step < 4; step++) course.next();
  const callback = world.recording.toRecording().exchanges.at(-1)!;
  world.sent(callback.id).watching.failed('The caller hung up.');
  const as = 'authorization-server';
  const call = (code: string) =>
    world.exchange({ from: 'client', to: as, line: 'POST /token', form: { code } });
  assert.equal(call(random('code-of-ada')).cause, callback.id);
  assert.equal(call(random('code-of-nobody')).cause, undefined);
});

const traced = (trace: string, parent: string, token = 'token-of-ada'): RawHeaders => [
  ['traceparent', `00-${trace.repeat(32)}-${parent.repeat(16)}-01`],
  ['Authorization', `Bearer ${random(token)}`],
];

test('of parallel calls with equal tokens, the trace-id tells which one is answered', (t) => {
  const world = recordedWorld(t);
  const as = 'authorization-server';
  const calls = ['a', 'b', 'c'].map((trace) =>
    world.send({
      ...{ from: 'client', to: 'resource-server', line: 'GET /user/messages' },
      headers: traced(trace, '1'),
    }),
  );
  for (const [index, trace] of ['a', 'b', 'c'].entries()) {
    const token = random('token-of-ada');
    const asked = world.send({
      ...{ from: 'resource-server', to: as, line: 'POST /introspect', form: { token } },
      headers: [traced(trace, '2')[0]!],
    });
    assert.equal(asked.now().cause, calls[index]!.id);
  }
});

test('what carries the parent-id of an earlier message has its cause, even after the answer', (t) => {
  const world = recordedWorld(t);
  const [ada, grace] = [openBrowser(world), openBrowser(world)];
  const pages = [ada, grace].map((one) => one.open('client', 'GET /inbox'));
  const call = (trace: string, token: string) =>
    world.exchange({
      ...{ from: 'client', to: 'resource-server', line: 'GET /user/messages' },
      headers: traced(trace, '1', token),
    });
  // The browser named no trace: the first message of each is guessed, and not for the same page.
  const [one, other] = [call('a', 'token-1'), call('b', 'token-2')];
  assert.deepEqual(
    [one.cause, other.cause].toSorted(),
    pages.map(({ id }) => id),
  );
  assert.equal(call('a', 'token-2').cause, one.cause);
  assert.equal(call('b', 'token-1').cause, other.cause);
});

test('what a role began by itself is not put down to a request that came later', (t) => {
  const world = recordedWorld(t);
  const call = () =>
    world.exchange({
      ...{ from: 'worker', to: 'resource-server', line: 'GET /gateway/rates' },
      headers: traced('a', '1'),
    });
  assert.equal(call().cause, undefined);
  world.send({ from: 'browser', to: 'worker', line: 'POST /runs' });
  assert.equal(call().cause, undefined);
});

test('a traceparent that nobody could have been given tells nothing', (t) => {
  const world = recordedWorld(t);
  const page = openBrowser(world).open('client', 'GET /inbox');
  const headers: RawHeaders = [['traceparent', 'hello']];
  const line = 'GET /user/messages';
  const sent = { from: 'client', to: 'resource-server', line, headers } as const;
  assert.equal(world.exchange(sent).cause, page.id);
});
