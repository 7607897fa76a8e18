/**
 * Asks for today's exchange rates through the gateway, several times at once:
 * all the calls share one token.
 */
import { z } from 'zod';
import type { Job } from './job.ts';

const exchangeRates = z.object({
  base: z.string(),
  rates: z.record(z.string(), z.number()),
});

const parallelCalls = 5;

export const callGateway: Job = {
  name: 'call-gateway',
  resource: '/gateway',
  scope: 'gateway.call',

  async work(api) {
    const answers = await Promise.all(
      Array.from({ length: parallelCalls }, () => api({ method: 'GET', path: '/rates' })),
    );
    const { base, rates } = exchangeRates.parse(answers[0]);
    const [currency, rate] = Object.entries(rates).find(([name]) => name !== base) ?? [];
    return `${answers.length} calls at once, 1 ${base} = ${rate} ${currency}`;
  },
};
