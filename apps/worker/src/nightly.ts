import { allJobs } from './personas/all.ts';
import type { Application } from './registration/application.ts';

/** @param home its status page */
export function nightly(home: string): Application {
  return {
    name: 'Nightly',
    description: 'Copies contacts, pays invoices and asks for exchange rates at night.',
    uri: home,
    scope: allJobs.map((job) => job.scope).join(' '),
  };
}
