import { apiGateway } from './api-gateway.ts';
import { crmCopy } from './crm-copy.ts';
import { paymentProcessor } from './payment-processor.ts';
import type { Persona } from './persona.ts';

/** In the order in which Nightly does their jobs. */
export const allPersonas: Persona[] = [crmCopy, paymentProcessor, apiGateway];

export const allJobs = allPersonas.map(({ job }) => job);
