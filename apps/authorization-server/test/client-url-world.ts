/**
 * A server that asks an address which a client has chosen, on this machine and
 * as everywhere else; and a certificate that it trusts.
 */
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { manualClock, systemClock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Rule } from '@four-roles/protocol/rule';
import {
  issueCertificate,
  makeAuthority,
} from '@four-roles/runtime/certificate-authority';
import { clientUrlReader } from '../src/client-url/read-client-url.ts';
import type { Address } from '../src/client-url/resolve-host.ts';

export const keySet = '{"keys":[]}';
export const clock = manualClock(Date.UTC(2026, 0, 1));
export const resolvingTo =
  (...addresses: string[]) =>
  async (): Promise<Address[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

/** As in development, and as everywhere else. */
export const readHere = clientUrlReader(true, clock, resolvingTo('127.0.0.1'));
export const readThere = clientUrlReader(false, clock, resolvingTo('127.0.0.1'));

export async function refusedBy(rule: Rule, work: Promise<string>, what = rule.id) {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof OAuthError, `${what} ended in ${error}`);
    assert.equal(error.error, 'invalid_client');
    assert.equal(error.rule?.id, rule.id, what);
    return true;
  });
}

export async function certified() {
  const authority = await makeAuthority(systemClock);
  const issuer = { ...authority, key: createPrivateKey(authority.key) };
  const names = { dns: ['localhost'], ip: [] };
  const { certificate, key } = await issueCertificate(issuer, names, systemClock);
  return { authority: authority.certificate, tls: { cert: certificate, key } };
}

export const trusted = await certified();
setDefaultCACertificates([...getCACertificates('default'), trusted.authority]);
