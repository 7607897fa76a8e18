import { callGateway } from './call-gateway.ts';
import { copyContacts } from './copy-contacts.ts';
import type { Job } from './job.ts';
import { settlePayments } from './settle-payments.ts';

/** In the order in which they are run. */
export const allJobs: Job[] = [copyContacts, settlePayments, callGateway];
