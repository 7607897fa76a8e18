/**
 * The process that asks: autocannon, one load at a time, as load.ts orders it.
 */
import {
  clientAssertionType,
  signClientAssertion,
} from '@four-roles/protocol/client-assertion';
import { systemClock } from '@four-roles/protocol/clock';
import { codeChallengeS256, createCodeVerifier } from '@four-roles/protocol/pkce';
import { randomValue } from '@four-roles/protocol/random-value';
import { loadSigningKey } from '@four-roles/protocol/signing-key';
import autocannon, { type Options, type Request } from 'autocannon';
import type { Flow, Load, Outcome, Signer } from './load.ts';
import { form, workerClient } from './workload.ts';

const connections = 16;
/** Milliseconds: how exactly a run keeps to its end. */
const sampleInt = 50;

process.on('message', async (load: Load) => {
  process.send!(await run(load));
});

async function run(load: Load): Promise<Outcome> {
  const outcome: Outcome = { done: 0, seconds: 0 };
  const judge: Judge = (right, answer, last = true) => {
    if (!right) outcome.refused ??= answer();
    else if (last) outcome.done++;
  };
  const options: Options = {
    url: load.address,
    connections,
    sampleInt,
    requests: requestsOf(load, judge),
  };
  if (load.kind === 'reads') options.amount = load.tokens.length;
  else options.duration = load.seconds;

  const begin = performance.now();
  let end = begin;
  const autocannonRun = autocannon(options);
  autocannonRun.on('response', (_client, status: number) => {
    end = performance.now();
    if (load.kind !== 'flow') judge(status === 200, () => `with status ${status}`);
  });
  const { errors } = await autocannonRun;
  if (errors > 0) outcome.refused ??= `${errors} connections not at all`;
  outcome.seconds = (end - begin) / 1000;
  return outcome;
}

/** @param last does what is counted end with this answer? */
type Judge = (right: boolean, answer: () => string, last?: boolean) => void;

function requestsOf(load: Load, judge: Judge): Request[] {
  const { host } = load;
  switch (load.kind) {
    case 'request':
      return [{ ...load.request, headers: { ...load.request.headers, host } }];
    case 'reads': {
      let next = 0;
      const { path, tokens } = load;
      const setupRequest = (request: Request) => ({
        ...request,
        headers: { host, authorization: `Bearer ${tokens[next++]}` },
      });
      return [{ path, setupRequest }];
    }
    case 'flow':
      return flowRequests(load.flow, host, judge);
    case 'assertions':
      return [assertionRequest(load.signer, host)];
  }
}

function assertionRequest(
  { clientId, issuer, privateJwk }: Signer,
  host: string,
): Request {
  const key = loadSigningKey(privateJwk);
  const { client_id: _, ...what } = workerClient;
  const setupRequest = (request: Request) => {
    const { headers, ...rest } = form(undefined, {
      grant_type: 'client_credentials',
      ...what,
      client_assertion_type: clientAssertionType,
      client_assertion: signClientAssertion(clientId, issuer, key, systemClock),
    });
    return { ...request, ...rest, path: '/token', headers: { ...headers, host } };
  };
  return { setupRequest };
}

/** Each connection goes through these three, again and again. */
function flowRequests(flow: Flow, host: string, judge: Judge): Request[] {
  const post = (request: Request, parameters: Record<string, string>) => {
    const { headers, ...rest } = form(flow.authorization, parameters);
    return { ...request, ...rest, path: flow.tokenPath, headers: { ...headers, host } };
  };
  const { redirect_uri = '', resource = '' } = flow.parameters;

  return [
    {
      setupRequest(request, context) {
        context.verifier = createCodeVerifier();
        const query = new URLSearchParams({
          ...flow.parameters,
          state: randomValue(),
          nonce: randomValue(),
          code_challenge: codeChallengeS256(context.verifier),
          code_challenge_method: 'S256',
        });
        const path = `${flow.authorizePath}?${query}`;
        return { ...request, path, headers: { host, cookie: flow.cookie } };
      },
      onResponse(status, body, context, headers) {
        const location = headers.location ?? headers.Location ?? '';
        const code = location.startsWith(redirect_uri)
          ? new URL(location).searchParams.get('code')
          : null;
        if (code) context.code = code;
        judge(code !== null, () => `${status} ${location} ${body}`, false);
      },
    },
    {
      setupRequest({ ...request }, { code, verifier }) {
        if (!code || !verifier) return undefined;
        const grant = { grant_type: 'authorization_code', code, redirect_uri };
        return post(request, { ...grant, code_verifier: verifier, resource });
      },
      onResponse(status, body, context) {
        const refreshToken = status === 200 && JSON.parse(body).refresh_token;
        if (refreshToken) context.refreshToken = refreshToken;
        judge(Boolean(refreshToken), () => `${status} ${body}`, false);
      },
    },
    {
      setupRequest(request, { refreshToken }) {
        if (!refreshToken) return undefined;
        return post(request, {
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
          resource,
        });
      },
      onResponse: (status, body) => judge(status === 200, () => `${status} ${body}`),
    },
  ];
}
