/** Registration as it really happens: over HTTP, with the demonstration's token. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { prepare, registerMachine, start, stop } from './process.ts';

async function startServer(t: TestContext) {
  const { origin, env, initialAccessToken, clean } = await prepare();
  const child = await start(env);
  t.after(async () => {
    await stop(child, 'SIGTERM');
    clean();
  });
  const register = (changes: Record<string, unknown>) =>
    registerMachine(origin, initialAccessToken, changes);
  return { origin, initialAccessToken, register };
}

test('the token registers what Nightly needs, five times, and no more', async (t) => {
  const { register } = await startServer(t);
  await assert.rejects(
    register({ scope: 'contacts.read openid' }),
    /scopes-may-be-given/,
  );
  const scope = 'contacts.read contacts.write payments.read payments.create gateway.call';
  for (let time = 0; time < 5; time++) await register({ scope });
  await assert.rejects(register({ scope }), /initial-access-token-usable/);
});

test('a body that never ends is cut off, while others are served', async (t) => {
  const { origin, initialAccessToken, register } = await startServer(t);
  const headers = {
    authorization: `Bearer ${initialAccessToken}`,
    'content-type': 'application/json',
  };
  const endless = request(`${origin}/register`, { method: 'POST', headers });
  t.after(() => endless.destroy());
  let answer: IncomingMessage | undefined;
  once(endless, 'response').then(([response]) => {
    answer = response;
  });
  endless.write('{"client_name":"');
  while (!answer) {
    endless.write('x'.repeat(4096));
    await setImmediate();
  }
  assert.equal(answer.statusCode, 413);
  await register({});
});
