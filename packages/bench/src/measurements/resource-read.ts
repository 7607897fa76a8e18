/**
 * GET /user/userinfo with an access token, checked by the API itself, beside
 * two APIs that answer with the same body: once with a token that the API has
 * never seen, another one each time, and once with a token that it knows.
 */
import assert from 'node:assert/strict';
import { signAccessToken } from '@four-roles/protocol/access-token';
import { randomValue } from '@four-roles/protocol/random-value';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import { ask } from '../ask.ts';
import { startResourceServer } from '../four-roles.ts';
import type { Contestant, Measurement } from '../measure.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { accessTokenLifetime, person, webClient } from '../workload.ts';

const path = '/user/userinfo';
/** How many tokens an API sees for the first time in a round. */
const tokensInRound = 8000;

export async function resourceReads(): Promise<Measurement[]> {
  const key = loadSigningKey(await generatePrivateJwk());
  const keySet = JSON.stringify({ keys: [key.publicJwk] });
  const authorizationServer = await startServer('key-set', { KEY_SET: keySet });
  const issuer = `http://${authorizationServer.host}`;
  const ours = await startResourceServer(issuer);

  const audience = `http://${ours.host}/user`;
  const newToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const { client_id, scope } = webClient;
    const lifetime = { iat: now, exp: now + accessTokenLifetime };
    const names = { iss: issuer, sub: person.sub, aud: audience, client_id, scope };
    return signAccessToken({ ...names, jti: randomValue(), ...lifetime }, key);
  };

  const known = { path, headers: { authorization: `Bearer ${newToken()}` } };
  const answer = await ask(ours, known);
  assert.equal(answer.sub, person.sub);
  const environment = {
    KEY_SET: keySet,
    ISSUER: issuer,
    AUDIENCE: audience,
    ANSWER: JSON.stringify(answer),
  };
  const jose = await startServer('api-jose', environment);
  const unguarded = await startServer('api-unguarded', environment);
  for (const peer of [jose, unguarded]) {
    assert.deepEqual(await ask(peer, known), answer);
  }

  const firstSight = (name: string, server: RunningServer): Contestant => ({
    name,
    server,
    load: () => ({
      kind: 'reads',
      path,
      tokens: Array.from({ length: tokensInRound }, newToken),
    }),
  });
  const seen = (name: string, server: RunningServer): Contestant => ({
    name,
    server,
    load: () => ({ kind: 'request', request: { method: 'GET', ...known }, seconds: 2 }),
  });

  return [
    {
      title: 'GET /user/userinfo, every token seen for the first time',
      unit: 'requests',
      contestants: [firstSight('Four Roles', ours), firstSight('jose behind Hono', jose)],
      aims: [{ contestant: 'Four Roles', beside: 'jose behind Hono', atLeast: 0.9 }],
    },
    {
      title: 'GET /user/userinfo, a token seen before',
      unit: 'requests',
      contestants: [
        seen('Four Roles', ours),
        seen('Hono, nothing checked', unguarded),
        seen('jose behind Hono', jose),
      ],
      aims: [{ contestant: 'Four Roles', beside: 'Hono, nothing checked', atLeast: 0.6 }],
    },
  ];
}
