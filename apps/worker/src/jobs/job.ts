import type { ApiRequest } from '../api-call.ts';

/** One piece of work, with a token of its own that allows just that. */
export type Job = {
  name: string;
  /** The path of the protected resource it works with. */
  resource: '/business/contacts' | '/business/payments' | '/gateway';
  /** The scopes it needs, and no others. */
  scope: string;
  /**
   * @param api calls the resource
   * @param today the day on which the run began, such as `2026-11-22` (UTC)
   * @returns what was done, in one line
   */
  work(api: (request: ApiRequest) => Promise<unknown>, today: string): Promise<string>;
};
