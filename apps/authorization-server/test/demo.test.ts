/** What the demonstration begins with. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepare, registerMachine, start, stop } from './process.ts';

test('its initial access token registers what Nightly needs, five times, and no more', async (t) => {
  const { origin, env, initialAccessToken, clean } = await prepare();
  const child = await start(env);
  t.after(async () => {
    await stop(child, 'SIGTERM');
    clean();
  });
  const register = (scope: string) =>
    registerMachine(origin, initialAccessToken, { scope });

  await assert.rejects(register('contacts.read openid'), /scopes-may-be-given/);
  const all = 'contacts.read contacts.write payments.read payments.create gateway.call';
  for (let time = 0; time < 5; time++) await register(all);
  await assert.rejects(register(all), /initial-access-token-usable/);
});
