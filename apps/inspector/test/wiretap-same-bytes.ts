/**
 * The same bytes are sent to a role directly and through the wiretap: both ends
 * see the same.
 */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

export const lines = (...each: string[]) => `${each.join('\r\n')}\r\n\r\n`;
export const get = lines('GET / HTTP/1.1', 'Host: localhost:9002');
export const answer = (...fields: string[]) => lines('HTTP/1.1 200 OK', ...fields);

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

export function sameBytes(
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
