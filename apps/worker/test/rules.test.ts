/**
 * Each rule of the worker, with what it stops: an attack or a mistake that is
 * refused with the rule, and goes through without it.
 */
import assert from 'node:assert/strict';
import { systemClock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { createApp } from '../src/app.ts';
import {
  endpointsOverTls,
  metadataIssuerMatches,
  metadataWellFormed,
} from '../src/rules/server-metadata.ts';
import { runAskedByOwnPage } from '../src/rules/status-page.ts';
import {
  grantedScopeSuffices,
  tokenIsBearer,
  tokenLifetimeStated,
  tokenResponseWellFormed,
} from '../src/rules/token-response.ts';
import { tokenSentOverTls, tokenStaysWithItsResource } from '../src/rules/token-use.ts';
import { discover } from '../src/server-metadata.ts';
import { idle } from './idle-worker.ts';
import { type Stub, stubServers, tokenAnswer, workerFacing } from './stub-servers.ts';

/** Runs `work` beside a stub, and waits until it was refused or done. */
async function refused(work: () => Promise<unknown>, error: string): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (thrown) {
    if (thrown instanceof OAuthError) return thrown.error === error;
    return false;
  }
}

async function beside(scenario: (stub: Stub) => Promise<void>): Promise<void> {
  const stub = await stubServers();
  try {
    await scenario(stub);
  } finally {
    stub.close();
  }
}

provesRule(metadataWellFormed, () =>
  beside(async (stub) => {
    stub.metadata = () => ({ json: { issuer: stub.origin } });
    assert.ok(await refused(workerFacing(stub).getRates, 'invalid_response'));
  }),
);

provesRule(metadataIssuerMatches, () =>
  beside(async (stub) => {
    // Somebody answers in the place of the authorization server, and names their own.
    stub.metadata = () => ({
      json: { issuer: 'https://evil.example', token_endpoint: `${stub.origin}/token` },
    });
    assert.ok(await refused(workerFacing(stub).getRates, 'invalid_response'));
    assert.equal(stub.asked('/token').length, 0, 'the secret was sent');
  }),
);

provesRule(endpointsOverTls, () =>
  beside(async (stub) => {
    stub.metadata = () => ({
      json: { issuer: stub.origin, token_endpoint: 'http://accounts.example/token' },
    });
    assert.ok(
      await refused(() => discover(stub.origin, systemClock), 'invalid_response'),
    );
  }),
);

provesRule(tokenResponseWellFormed, () =>
  beside(async (stub) => {
    stub.token = () => ({ json: { hello: 'I am a proxy' } });
    assert.ok(await refused(workerFacing(stub).getRates, 'invalid_response'));
  }),
);

provesRule(tokenIsBearer, () =>
  beside(async (stub) => {
    stub.token = () => tokenAnswer({ token_type: 'DPoP' });
    assert.ok(await refused(workerFacing(stub).getRates, 'invalid_response'));
    assert.equal(stub.asked('/gateway/rates').length, 0, 'the token was sent bare');
  }),
);

provesRule(tokenLifetimeStated, () =>
  beside(async (stub) => {
    stub.token = () => tokenAnswer({ expires_in: undefined });
    assert.ok(await refused(workerFacing(stub).getRates, 'invalid_response'));
  }),
);

provesRule(grantedScopeSuffices, () =>
  beside(async (stub) => {
    stub.token = () => tokenAnswer({ scope: 'contacts.read' });
    const { call } = workerFacing(stub);
    const access = {
      resource: `${stub.origin}/business/contacts`,
      scope: 'contacts.read contacts.write',
    };
    const read = () => call(access, { method: 'GET', path: '' });
    assert.ok(await refused(read, 'invalid_response'));
    assert.equal(stub.asked('/business/contacts').length, 0, 'the job had begun');
  }),
);

provesRule(tokenStaysWithItsResource, () =>
  beside(async (stub) => {
    const { call } = workerFacing(stub);
    const access = {
      resource: `${stub.origin}/business/contacts`,
      scope: 'contacts.read',
    };
    for (const path of [
      '/../payments',
      '/%2e%2e/payments',
      '-of-others',
      '@evil.example/',
    ]) {
      const stray = () => call(access, { method: 'GET', path });
      assert.ok(await refused(stray, 'access_denied'), path);
    }
    const sent = stub.seen.filter(({ headers }) =>
      /^Bearer /.test(headers.authorization ?? ''),
    );
    assert.deepEqual(sent, [], 'the token was sent there');
  }),
);

provesRule(tokenSentOverTls, () =>
  beside(async (stub) => {
    const sent: string[] = [];
    const fetch = async (url: string | URL | Request) => {
      sent.push(String(url));
      return Response.json({});
    };
    const worker = workerFacing(stub, { fetch });
    const access = { ...worker.access, resource: 'http://api.example/gateway' };
    const call = () => worker.call(access, { method: 'GET', path: '/rates' });
    assert.ok(await refused(call, 'access_denied'));
    assert.deepEqual(sent, []);
  }),
);

provesRule(runAskedByOwnPage, async () => {
  let started = 0;
  const run = async () => {
    started++;
    return { started_at: '', jobs: [], tokens_requested: 0, calls_served: 0 };
  };
  const app = createApp('http://localhost:9003', idle({ run }));
  for (const Origin of ['https://evil.example', 'null', 'http://localhost:9000']) {
    const headers = { Origin };
    const response = await app.request('http://localhost:9003/runs', {
      method: 'POST',
      headers,
    });
    assert.equal(response.status, 403);
  }
  assert.equal(started, 0);
});
