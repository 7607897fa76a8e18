/** For development: answers that tell what the rules said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import {
  authorizationRequest,
  basic,
  codeForm,
  password,
  startServer,
  toldClient,
} from './server.ts';
import { carrying, signed } from './signing-client.ts';

const traceOf = (response: Response) =>
  decodeTrace(response.headers.get(traceHeader) ?? '').verdicts;

test('a refusal tells every rule that was tried, the broken one last', async () => {
  const server = await startServer(':memory:', true);
  const form = codeForm(await server.obtainCode(), { code_verifier: 'x'.repeat(43) });
  const response = await server.post('/token', form, basic('app'));
  assert.equal(response.status, 400);
  const verdicts = traceOf(response);
  const order = ['client-known', 'client-secret-matches', 'code-known'];
  const places = order.map((id) => verdicts.findIndex(({ rule }) => rule.id === id));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(!places.includes(-1));
  assert.deepEqual(
    verdicts.filter(({ passed }) => !passed).map(({ rule }) => rule.id),
    ['code-verifier-matches'],
  );
  const broken = verdicts.at(-1);
  assert.equal(broken?.rule.says?.includes('code_verifier'), true);
  assert.ok(broken.expected && broken.received && broken.expected !== broken.received);
});

test('an error that is sent back to the client by a redirect has it too', async () => {
  const server = await startServer(':memory:', true);
  const query = authorizationRequest({ code_challenge_method: 'plain' });
  const response = await server.send(`/authorize?${query}`);
  toldClient(response, 'invalid_request');
  assert.equal(traceOf(response).at(-1)?.rule.id, 'code-challenge-method-s256');
});

test('no password, no secret and no hash of one is in it', async () => {
  const server = await startServer(':memory:', true);
  const form = { username: 'ada', password: `${password} not` };
  const login = await server.submit('/login', form);
  const token = await server.post('/token', codeForm('c'), basic('app', 'wrong-secret'));
  for (const [response, id] of [
    [login, 'password-matches'],
    [token, 'client-secret-matches'],
  ] as const) {
    const verdicts = traceOf(response);
    assert.deepEqual([verdicts.at(-1)?.rule.id, verdicts.at(-1)?.passed], [id, false]);
    const said = JSON.stringify(
      verdicts.map(({ expected, received }) => [expected, received]),
    );
    for (const secret of [password, 'wrong-secret', 'scrypt', 'argon']) {
      assert.ok(!said.includes(secret), secret);
    }
  }
});

test('no assertion is in it, believed or not', async () => {
  const server = await startServer(':memory:', true);
  const header = { alg: 'ES256', kid: 'unknown' };
  const jwt = signed(header, { iss: 'app', sub: 'app', jti: 'its-name' });
  const response = await server.post('/token', { ...codeForm('c'), ...carrying(jwt) });
  assert.equal(response.status, 401);
  const told = JSON.stringify(traceOf(response));
  for (const part of [jwt, jwt.split('.')[1]!, jwt.split('.')[2]!]) {
    assert.ok(!told.includes(part), part);
  }
});

test('with tracing off, nothing is told', async () => {
  const server = await startServer();
  const response = await server.post('/token', codeForm('c'), basic('app'));
  assert.equal(response.status, 400);
  assert.equal(response.headers.has(traceHeader), false);
});
