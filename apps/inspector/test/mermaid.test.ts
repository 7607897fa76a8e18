/** Messages as a Mermaid sequence diagram: readable, in order, and never broken by what they contain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMermaid } from '../src/exports/mermaid.ts';
import { answer, exchange, redirect, secrets, signIn, state } from './small-recording.ts';

/** The messages, without the participants. */
function arrows(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^\w+-{1,2}[>x]/.test(line));
}

test('a sign-in is drawn in its order, calls within what they serve, with names and no values', () => {
  assert.equal(
    toMermaid(signIn()),
    `sequenceDiagram
    participant B as Resource owner's browser
    participant C as Client (Briefing)
    participant A as Authorization server (Acorn accounts)
    participant R as Resource server (Acorn APIs)
    B->>C: start of a sign-in: GET /login
    C-->>B: authorization request (state, nonce, code_challenge)
    B->>A: authorization request (state, nonce, code_challenge)
    A-->>B: redirect to the login page
    B->>A: username and password
    A-->>B: signed in, back to the authorization request (cookie acorn_session)
    B->>A: authorization request (state, nonce, code_challenge)
    A-->>B: consent page
    B->>A: answer to the consent page: allow
    A-->>B: authorization response (code, state, iss)
    B->>C: authorization response (code, state, iss)
    C->>A: access token request (code, code_verifier, client_secret)
    A-->>C: access token response (access_token, refresh_token, id_token)
    C->>R: protected resource request: GET /user/messages (access_token)
    R-->>C: protected resource response
    C-->>B: signed in at the client (cookie briefing_session)
`,
  );
});

test('the same flow on another day gives the same text', () => {
  const later = signIn().map((one) => ({
    ...one,
    id: one.id + 700,
    ...(one.cause && { cause: one.cause + 700 }),
    startedAt: one.startedAt + 86_400_123,
    finishedAt: one.finishedAt! + 86_400_123,
  }));
  const text = JSON.stringify(later)
    .replaceAll(state, 'another-state')
    .replaceAll(secrets.code, 'another-code');
  assert.equal(toMermaid(JSON.parse(text)), toMermaid(signIn()));
});

test('an id in a path is written as a route has it', () => {
  for (const id of ['msg_4hT2kQ9xLmPz', 'msg_all-lower-so-far-4hT2kQ9xLmPz']) {
    const [arrow] = arrows(toMermaid([exchange({ id: 1, line: `GET /inbox/${id}` })]));
    assert.equal(arrow, 'B->>C: page request: GET /inbox/:id');
  }
});

test('noise is left out; a request without an answer says so, one that is under way does not', () => {
  const { finishedAt: _, ...waiting } = exchange({ id: 3, line: 'GET /held' });
  const text = toMermaid([
    exchange({ id: 1, line: 'GET /style.css', to: 'worker', noise: true }),
    exchange({ id: 2, line: 'GET /inbox', failure: 'Nobody listens there.' }),
    waiting,
  ]);
  assert.ok(!text.includes('Worker'));
  assert.deepEqual(arrows(text), [
    'B->>C: page request: GET /inbox',
    'C--xB: no answer',
    'B->>C: page request: GET /held',
  ]);
});

test('within one millisecond, the order follows from what caused what and where a redirect led', () => {
  const at = { startedAt: 1000, finishedAt: 1000 };
  const page = answer('text/html', '');
  assert.deepEqual(
    arrows(
      toMermaid([
        {
          ...exchange({ id: 1, line: 'GET /login', response: redirect('/inbox?a=b') }),
          ...at,
        },
        { ...exchange({ id: 2, line: 'GET /inbox?a=b', response: page }), ...at },
        {
          ...exchange({ id: 3, from: 'client', to: 'resource-server', cause: 2 }),
          ...at,
          response: page,
        },
      ]),
    ).map((line) => line.split(':')[0]),
    ['B->>C', 'C-->>B', 'B->>C', 'C->>R', 'R-->>C', 'C-->>B'],
  );
  // Its body was still on the way when the browser had long followed it.
  const late = exchange({ id: 1, line: 'GET /login', response: redirect('/inbox') });
  const followed = exchange({ id: 2, line: 'GET /inbox', response: page });
  assert.deepEqual(
    arrows(toMermaid([{ ...late, finishedAt: followed.startedAt + 5 }, followed])).map(
      (line) => line.slice(0, 5),
    ),
    ['B->>C', 'C-->>', 'B->>C', 'C-->>'],
  );
});

test('causes in a circle, as only a file can have them, end', () => {
  const at = { startedAt: 1, finishedAt: 1 };
  const circle = [1, 2].map((id) => ({ ...exchange({ id, cause: 3 - id }), ...at }));
  assert.equal(arrows(toMermaid(circle)).length, 4);
});

for (const hostile of [
  'a;b',
  '#35;',
  '%%{init: {"theme":"dark"}}%%',
  '$$x$$',
  '<img src=x onerror=alert(1)>',
  '```\n# heading',
  'a\nB->>C: forged',
  'a\u2028B->>C: forged\u202e',
  `${'long'.repeat(2000)}`,
]) {
  test(`a path cannot break the diagram: ${JSON.stringify(hostile.slice(0, 30))}`, () => {
    const text = toMermaid([exchange({ id: 1, line: `GET /${hostile}` })]);
    assert.equal(arrows(text).length, 2);
    assert.ok(!/[;<`\u2028\u202e]|%%|\$\$/.test(text.replace(/#\d+;/g, '')), text);
    assert.ok(text.split('\n').every((line) => line.length < 300));
  });
}
