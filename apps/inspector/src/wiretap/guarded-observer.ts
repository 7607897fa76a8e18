/**
 * An observer that cannot break what it observes: where it throws, it is left
 * out, nothing is held, and every byte goes on.
 */
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import type { Observer, RequestHead, Watching } from './observer.ts';

const nobody: Watching = {
  mayHoldRequest: () => false,
  requestBody: () => {},
  requestComplete: async () => undefined,
  responseHead: () => {},
  mayHoldResponse: () => false,
  responseBody: () => {},
  responseComplete: async () => undefined,
  upgraded: () => {},
  failed: () => {},
  done: () => {},
};

/** @param log is told of the first exception only: the next would be of the same kind */
export function guarded(observer: Observer, log?: (line: string) => void): Observer {
  let logged = false;
  const logOnce = (thrown: unknown) => {
    if (!logged) logUnforeseen(thrown, 'Recording', log);
    logged = true;
  };

  function attempt<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (thrown) {
      logOnce(thrown);
      return otherwise;
    }
  }

  async function decide<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (thrown) {
      logOnce(thrown);
      return undefined;
    }
  }

  return (head: RequestHead) => {
    const watching = attempt(() => observer(head), nobody);
    return {
      mayHoldRequest: () => attempt(() => watching.mayHoldRequest(), false),
      requestBody: (chunk) => attempt(() => watching.requestBody(chunk), undefined),
      requestComplete: () => decide(() => watching.requestComplete()),
      responseHead: (response, trace) =>
        attempt(() => watching.responseHead(response, trace), undefined),
      mayHoldResponse: () => attempt(() => watching.mayHoldResponse(), false),
      responseBody: (chunk) => attempt(() => watching.responseBody(chunk), undefined),
      responseComplete: () => decide(() => watching.responseComplete()),
      upgraded: () => attempt(() => watching.upgraded(), undefined),
      failed: (reason) => attempt(() => watching.failed(reason), undefined),
      done: () => attempt(() => watching.done(), undefined),
    };
  };
}
