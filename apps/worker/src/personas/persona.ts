import type { ApiRequest } from '../api-call.ts';

/**
 * What a program without a person does for a living. Run by itself, it is a
 * client of its own, registered for the scopes of its job alone; Nightly does
 * the jobs of all three.
 */
export type Persona = {
  /** Its `client_name`. */
  name: string;
  /** What it is for, in a sentence. */
  description: string;
  /** The file with its credentials is called so, and it is how it is started. */
  id: 'crm-copy' | 'payment-processor' | 'api-gateway';
  job: Job;
};

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
