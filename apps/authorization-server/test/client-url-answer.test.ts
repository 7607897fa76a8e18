/**
 * What an address that a client has chosen answers: an attack may be in it, and
 * so may nothing at all, for ever.
 */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, mock, test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { clientUrlReader } from '../src/client-url/read-client-url.ts';
import * as rules from '../src/rules/client-url.ts';
import {
  certified,
  clock,
  keySet,
  readHere,
  refusedBy,
  trusted,
} from './client-url-world.ts';
import { answering, closeStrangeServers, startStrangeServer } from './strange-server.ts';

afterEach(() => {
  closeStrangeServers();
  mock.timers.reset();
});

provesRule(rules.clientUrlAnswers, async () => {
  const inside = await startStrangeServer(answering(keySet));
  for (const status of [301, 302, 303, 307, 308]) {
    const { url } = await startStrangeServer((_, response) =>
      response.writeHead(status, { location: inside.url }).end(),
    );
    await refusedBy(rules.clientUrlAnswers, readHere(url), `${status}`);
  }
  assert.equal(inside.asked.length, 0);
});

test('only 200 is an answer', async () => {
  for (const status of [201, 204, 206, 304, 401, 404, 500, 503]) {
    const { url } = await startStrangeServer((_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(keySet),
    );
    await refusedBy(rules.clientUrlAnswers, readHere(url), `${status}`);
  }
});

test('a certificate that nobody trusts, or of another name, is no TLS', async () => {
  const unknown = await certified();
  const untrusted = await startStrangeServer(answering(keySet), unknown.tls);
  await refusedBy(rules.clientUrlAnswers, readHere(untrusted.url));
  const { port, asked } = await startStrangeServer(answering(keySet), trusted.tls);
  const otherName = `https://127.0.0.1:${port}/jwks`;
  await refusedBy(rules.clientUrlAnswers, readHere(otherName));
  assert.equal(asked.length, 0);
});

test('nobody there, no HTTP, a header without end, a body that breaks off', async () => {
  const closed = await startStrangeServer(answering(keySet));
  closeStrangeServers();
  await refusedBy(rules.clientUrlAnswers, readHere(closed.url), 'nobody');
  const plain = await startStrangeServer(answering(keySet));
  const asTls = plain.url.replace('http:', 'https:');
  await refusedBy(rules.clientUrlAnswers, readHere(asTls), 'no TLS');
  const headers = { 'x-padding': 'x'.repeat(9000) };
  const padded = await startStrangeServer(answering(keySet, 'application/json', headers));
  await refusedBy(rules.clientUrlAnswers, readHere(padded.url), 'header');
  const cut = await startStrangeServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"keys":', () => response.destroy());
  });
  await refusedBy(rules.clientUrlAnswers, readHere(cut.url), 'cut');
});

test('an answer in another protocol is none', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const { url, switched } = await startSwitchingServer();
  const work = refusedBy(rules.clientUrlAnswers, readHere(url), '101');
  await switched;
  pass(3);
  await work;
});

/** It answers with 101, and goes on in a protocol of its own. */
async function startSwitchingServer() {
  const { promise: switched, resolve } = Promise.withResolvers<void>();
  const { url, server } = await startStrangeServer(() => {});
  server.on('connection', (socket) => {
    const head = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade';
    socket.write(`${head}\r\n\r\n`, () => resolve());
  });
  return { url, switched };
}

/** So many seconds pass on the clock, while nothing else happens. */
function pass(seconds: number): void {
  for (let quarter = 0; quarter < seconds * 4; quarter += 1) {
    clock.advance(0.25);
    mock.timers.tick(250);
  }
}

test('after three seconds it is over: for an answer, a body and a name that do not come', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const { promise: bodyBegan, resolve: begin } = Promise.withResolvers<void>();
  const slow = await startStrangeServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"keys":', () => begin());
  });
  const slowBody = refusedBy(rules.clientUrlAnswers, readHere(slow.url), 'body');
  await bodyBegan;
  pass(3);
  await slowBody;

  const { promise: wasAsked, resolve: noteAsked } = Promise.withResolvers<void>();
  const silent = await startStrangeServer(() => noteAsked());
  const noAnswer = refusedBy(rules.clientUrlAnswers, readHere(silent.url), 'answer');
  await wasAsked;
  pass(3);
  await noAnswer;

  const read = clientUrlReader(false, clock, () => new Promise(() => {}));
  const noName = refusedBy(rules.clientUrlAnswers, read('https://keys.example/'), 'name');
  pass(3);
  await noName;
});

provesRule(rules.clientUrlAnswersJson, async () => {
  for (const type of ['text/html', 'text/plain', 'application/jsonp', '']) {
    const { url } = await startStrangeServer(answering(keySet, type));
    await refusedBy(rules.clientUrlAnswersJson, readHere(url), type);
  }
});

test('the type may have parameters, and be written in any case', async () => {
  const type = 'Application/JSON; charset=utf-8';
  const { url } = await startStrangeServer(answering(keySet, type));
  assert.equal(await readHere(url), keySet);
});

provesRule(rules.clientUrlAnswerBounded, async () => {
  const { url } = await startStrangeServer(answering(keySet.padEnd(64 * 1024 + 1)));
  await refusedBy(rules.clientUrlAnswerBounded, readHere(url));
});

test('64 KB are read, and a key set that never ends is cut off', async () => {
  const largest = keySet.padEnd(64 * 1024);
  const { url } = await startStrangeServer(answering(largest));
  assert.equal(await readHere(url), largest);

  const { promise: hungUp, resolve: noteHungUp } = Promise.withResolvers<void>();
  const endless = await startStrangeServer((_, response) => {
    response.on('close', noteHungUp);
    response.writeHead(200, { 'content-type': 'application/json' });
    Readable.from(spaces()).pipe(response);
  });
  await refusedBy(rules.clientUrlAnswerBounded, readHere(endless.url));
  await hungUp;
});

function* spaces() {
  for (;;) yield ' '.repeat(1024);
}
