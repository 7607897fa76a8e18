/** A wiretap that holds both messages of an exchange. */
import type { Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { EditedRequest, EditedResponse } from '../src/recording/exchange.ts';
import { notebook } from './wiretap-notebook.ts';
import { call, End, startRole, tap } from './wiretap-setting.ts';

export const post =
  'POST /token?a=1 HTTP/1.1\r\nHost: x\r\ncontent-length: 7\r\nX-A: 1\r\n\r\na=1&b=2';
export const answer = 'HTTP/1.1 200 OK\r\nX-B: 1\r\nContent-Length: 2\r\n\r\nok';

/** Both messages are held until they are decided on. */
export async function held(t: TestContext, request = post) {
  const accepted = Promise.withResolvers<Socket>();
  const rolePort = await startRole(t, accepted.resolve);
  const onRequest = Promise.withResolvers<EditedRequest | 'drop' | undefined>();
  const onResponse = Promise.withResolvers<EditedResponse | 'drop' | undefined>();
  const requestHeld = Promise.withResolvers<void>();
  const responseHeld = Promise.withResolvers<void>();
  const notes = notebook({
    mayHoldRequest: () => true,
    requestComplete() {
      requestHeld.resolve();
      return onRequest.promise;
    },
    mayHoldResponse: () => true,
    responseComplete() {
      responseHeld.resolve();
      return onResponse.promise;
    },
  });
  const caller = call(t, await tap(t, rolePort, notes.observer)).say(request);
  let reached = false;
  const role = accepted.promise.then((socket) => {
    reached = true;
    return new End(socket);
  });
  return {
    caller,
    role,
    reached: () => reached,
    notes,
    requestHeld: requestHeld.promise,
    responseHeld: responseHeld.promise,
    releaseRequest: onRequest.resolve,
    releaseResponse: onResponse.resolve,
  };
}
