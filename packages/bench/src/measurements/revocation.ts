/**
 * How long a token goes on working after it was revoked, at three resource
 * servers that differ in one setting: REVOCATION_CHECK.
 *
 * Each round has a token of its own, and revokes it at another moment of the
 * five seconds for which an answer of the authorization server counts: the
 * median is what to expect, the worst is what to reckon with.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { ask } from '../ask.ts';
import { type OurAuthorizationServer, startResourceServer } from '../four-roles.ts';
import { columns } from '../report.ts';
import type { RunningServer } from '../running-server.ts';
import { accessTokenLifetime, form, workerClient } from '../workload.ts';

const rounds = 7;

/** Milliseconds. */
const answerCounts = 5000;
const askEvery = 20;
const patience = 30_000;

const { client_id, resource, scope } = workerClient;
const { origin, host, pathname } = new URL(resource);

/** @throws Error where a token is refused too soon, or not at all */
export async function revocation(ours: OurAuthorizationServer): Promise<string> {
  const start = (REVOCATION_CHECK: string) =>
    startResourceServer(
      `http://${ours.host}`,
      { RESOURCE_SERVER_ORIGIN: origin, REVOCATION_CHECK },
      ours.credentials('acorn-apis'),
    );
  const local = await start('local');
  const asking = {
    introspection: await start('introspection'),
    list: await start('list'),
  };
  const waited = { introspection: [] as number[], list: [] as number[] };

  for (let round = 0; round < rounds; round++) {
    const token = await newToken(ours);
    for (const server of [local, ...Object.values(asking)]) {
      assert.equal(await statusWith(token, server), 200);
    }
    await setTimeout((round / rounds) * answerCounts);
    await ask(ours, { path: '/revoke', ...form(ours.basic(client_id), { token }) });
    const revokedAt = performance.now();
    await Promise.all(
      (['introspection', 'list'] as const).map(async (mode) => {
        waited[mode].push((await untilRefused(token, asking[mode])) - revokedAt);
      }),
    );
    assert.equal(await statusWith(token, local), 200);
  }
  return report(waited);
}

async function newToken(ours: OurAuthorizationServer): Promise<string> {
  const parameters = { grant_type: 'client_credentials', scope, resource };
  const request = { path: '/token', ...form(ours.basic(client_id), parameters) };
  return String((await ask(ours, request)).access_token);
}

/** When it was refused, in milliseconds, as `performance.now()` counts them. */
async function untilRefused(token: string, server: RunningServer): Promise<number> {
  for (const end = performance.now() + patience; performance.now() < end; ) {
    const status = await statusWith(token, server);
    if (status === 401) return performance.now();
    assert.equal(status, 200);
    await setTimeout(askEvery);
  }
  throw new Error(`A revoked token still works after ${patience / 1000} seconds.`);
}

/** All three have the same origin, so the address alone does not name it. */
async function statusWith(token: string, server: RunningServer): Promise<number> {
  const headers = { host, authorization: `Bearer ${token}` };
  const [response] = await once(get(server.address + pathname, { headers }), 'response');
  response.resume();
  return response.statusCode;
}

function report(waited: Record<string, number[]>): string {
  const rows = Object.entries(waited).map(([mode, milliseconds]) => {
    const sorted = milliseconds.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)]!;
    return [mode, ...[median, sorted.at(-1)!].map((each) => (each / 1000).toFixed(2))];
  });
  const table = columns([
    ['REVOCATION_CHECK', 'median, s', 'worst, s'],
    ...rows,
    ['local', 'not', 'not'],
  ]);
  return `${[
    `A revoked token is refused after so many seconds (${rounds} tokens)`,
    ...table,
    `  local: it works until it expires, ${accessTokenLifetime} seconds after it was issued; each round saw it work`,
  ].join('\n')}\n`;
}
