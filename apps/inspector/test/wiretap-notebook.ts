/** Who watches a wiretap in a test: somebody who does nothing, or notes everything. */
import type {
  Observer,
  RequestHead,
  ResponseHead,
  Watching,
} from '../src/wiretap/observer.ts';

/** One who watches and does nothing but what is given. */
export function watching(given: Partial<Watching>): Watching {
  return {
    mayHoldRequest: () => false,
    requestBody() {},
    requestComplete: async () => undefined,
    responseHead() {},
    mayHoldResponse: () => false,
    responseBody() {},
    responseComplete: async () => undefined,
    upgraded() {},
    failed() {},
    done() {},
    ...given,
  };
}

export type Told = {
  request: RequestHead;
  requestBody: Buffer[];
  response?: ResponseHead;
  responseBody: Buffer[];
  trace?: string | undefined;
  failure?: string;
  /** In which order. */
  course: string[];
  /** Resolves when nothing more will be told. */
  over: Promise<void>;
};

/** Writes down everything that an observer is told. */
export function notebook(given: Partial<Watching> = {}): {
  observer: Observer;
  exchanges: Told[];
  /** The exchange with this index, when it is over. */
  finished(index: number): Promise<Told>;
} {
  const exchanges: Told[] = [];
  const news = Promise.withResolvers<void>();
  let announce = news;
  const observer: Observer = (request) => {
    const over = Promise.withResolvers<void>();
    const empty = { requestBody: [], responseBody: [], course: [] };
    const told: Told = { request, ...empty, over: over.promise };
    exchanges.push(told);
    announce.resolve();
    announce = Promise.withResolvers<void>();
    const end = (how: string) => {
      told.course.push(how);
      over.resolve();
    };
    return {
      ...watching(given),
      requestBody(chunk) {
        told.requestBody.push(chunk);
      },
      requestComplete: async () => {
        told.course.push('request');
        return given.requestComplete?.();
      },
      responseHead(head, trace) {
        told.course.push('head');
        Object.assign(told, { response: head, trace });
      },
      responseBody(chunk) {
        told.responseBody.push(chunk);
      },
      responseComplete: async () => {
        told.course.push('response');
        return given.responseComplete?.();
      },
      upgraded: () => end('upgraded'),
      done: () => end('done'),
      failed(reason) {
        told.failure = reason;
        end('failed');
      },
    };
  };
  return {
    observer,
    exchanges,
    async finished(index) {
      while (!exchanges[index]) await announce.promise;
      await exchanges[index].over;
      return exchanges[index];
    },
  };
}
