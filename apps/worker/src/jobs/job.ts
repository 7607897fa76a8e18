import type { ApiRequest } from '../api-call.ts';

/** One piece of work, with a token of its own that allows just that. */
export type Job = {
  name: string;
  /** The path of the protected resource it works with. */
  resource: '/business' | '/gateway';
  /** The scopes it needs, and no others. */
  scope: string;
  /**
   * @param api calls the resource
   * @param runId the same throughout one run, another in the next
   * @returns what was done, in one line
   */
  work(api: (request: ApiRequest) => Promise<unknown>, runId: string): Promise<string>;
};
