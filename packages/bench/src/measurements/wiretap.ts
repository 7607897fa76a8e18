/**
 * What it costs to be watched: the authorization server asked directly, and
 * through the inspector, which passes on and records every message. Both run on
 * one core, so "ours is" says how many times the rate is without the inspector;
 * what the core was used for in the second line is the inspector's part alone.
 *
 * A key set is hardly more than a file: there, nearly everything that is
 * measured is the way through the wiretap.
 */
import type { OurAuthorizationServer } from '../four-roles.ts';
import { startInspector } from '../inspector.ts';
import type { Contestant, Measurement } from '../measure.ts';
import { form, workerClient } from '../workload.ts';

const { client_id, ...what } = workerClient;

export async function wiretap(ours: OurAuthorizationServer): Promise<Measurement[]> {
  const watched = await startInspector(ours);
  const issuing = form(ours.basic(client_id), {
    grant_type: 'client_credentials',
    ...what,
  });
  const requests = {
    'POST /token, client_credentials': { path: '/token', ...issuing },
    'GET /jwks': { path: '/jwks', method: 'GET', headers: {} },
  };
  return Object.entries(requests).map(([title, request]) => {
    const load: Contestant['load'] = () => ({ kind: 'request', request, seconds: 2 });
    return {
      title: `${title}, watched by the inspector`,
      unit: 'requests',
      contestants: [
        { name: 'Four Roles', server: ours, load },
        { name: 'through the inspector', server: watched, load },
      ],
      aims: [],
    };
  });
}
