/**
 * API gateway: asks for today's exchange rates through the gateway, several times at once:
 * all the calls share one token.
 *
 *     pnpm persona api-gateway
 *
 * The gateway admits the caller at the edge, counts its calls, and hands them
 * on to a service that never sees the token. At the contacts and at the
 * payments the token is refused.
 */
import { z } from 'zod';
import type { Persona } from './persona.ts';

const exchangeRates = z.object({
  base: z.string(),
  rates: z.record(z.string(), z.number()),
});

const parallelCalls = 5;

export const apiGateway: Persona = {
  id: 'api-gateway',
  name: 'Caller of the API gateway',
  description: 'Asks for exchange rates through the gateway.',
  job: {
    name: 'call-gateway',
    resource: '/gateway',
    scope: 'gateway.call',

    async work(api) {
      const answers = await Promise.all(
        Array.from({ length: parallelCalls }, () =>
          api({ method: 'GET', path: '/rates' }),
        ),
      );
      const { base, rates } = exchangeRates.parse(answers[0]);
      const [currency, rate] =
        Object.entries(rates).find(([name]) => name !== base) ?? [];
      return `${answers.length} calls at once, 1 ${base} = ${rate} ${currency}`;
    },
  },
};
