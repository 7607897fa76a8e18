/** A certificate authority that speaks for this machine, and for nothing else. */
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { connect, createServer } from 'node:tls';
import { manualClock, systemClock } from '@four-roles/protocol/clock';
import { issueCertificate } from '../src/certificate-authority.ts';
import { localCertificates } from '../src/local-certificates.ts';

const day = 86_400;

async function certificates(t: TestContext, clock = systemClock) {
  const folder = mkdtempSync(join(tmpdir(), 'local-certificates-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const again = () => localCertificates(join(folder, 'tls'), clock);
  const files = await again();
  return { ...files, folder: join(folder, 'tls'), again };
}

/** What a client that trusts `ca`, or what everybody trusts, thinks of a server. */
async function handshake(
  t: TestContext,
  server: { cert: string | Buffer; key: string | Buffer },
  client: { servername: string; ca?: Buffer },
): Promise<string> {
  const listening = createServer(server).listen(0, '127.0.0.1');
  t.after(() => listening.close());
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, ...client });
  t.after(() => socket.destroy());
  return once(socket, 'secureConnect').then(
    () => 'trusted',
    (error: Error) => error.message,
  );
}

const leaf = (file: string) => new X509Certificate(readFileSync(file));

test('who is told of the authority trusts localhost by all its names, and nobody else does', async (t) => {
  const { certificateFile, keyFile, authorityFile } = await certificates(t);
  const server = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) };
  const ca = readFileSync(authorityFile);
  assert.equal(await handshake(t, server, { servername: 'localhost', ca }), 'trusted');
  assert.match(
    await handshake(t, server, { servername: 'localhost' }),
    /unable to verify/,
  );
  assert.match(
    await handshake(t, server, { servername: 'acorn.example', ca }),
    /does not match certificate/,
  );
  const { subjectAltName } = leaf(certificateFile);
  assert.equal(
    subjectAltName,
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
  );
});

test('what the authority signs for another name is not believed (RFC 5280, section 4.2.1.10)', async (t) => {
  const { authorityFile, folder } = await certificates(t);
  const ca = readFileSync(authorityFile);
  const stolen = {
    certificate: String(ca),
    key: createPrivateKey(readFileSync(join(folder, 'ca-key.pem'))),
  };
  for (const names of [
    { dns: ['bank.example'], ip: [] },
    { dns: ['localhost', 'bank.example'], ip: [] },
    { dns: ['localhost'], ip: ['192.0.2.1'] },
  ]) {
    const { certificate: cert, key } = await issueCertificate(stolen, names, systemClock);
    const servername = names.dns.at(-1)!;
    assert.equal(
      await handshake(t, { cert, key }, { servername, ca }),
      'permitted subtree violation',
      JSON.stringify(names),
    );
  }
});

test('the certificate cannot sign another one, and is good for a server alone', async (t) => {
  const { certificateFile, authorityFile } = await certificates(t);
  assert.equal(leaf(certificateFile).ca, false);
  assert.equal(leaf(authorityFile).ca, true);
  assert.deepEqual(leaf(certificateFile).keyUsage, ['1.3.6.1.5.5.7.3.1']);
  assert.ok(leaf(certificateFile).checkIssued(leaf(authorityFile)));
});

test('nobody but their owner reads the keys', async (t) => {
  const { folder, keyFile } = await certificates(t);
  for (const file of [keyFile, join(folder, 'ca-key.pem')]) {
    assert.equal(statSync(file).mode & 0o777, 0o600, file);
  }
  assert.equal(statSync(folder).mode & 0o777, 0o700);
});

test('the authority stays, and its certificate is renewed before it ends', async (t) => {
  const clock = manualClock(systemClock.now());
  const { again, certificateFile, authorityFile } = await certificates(t, clock);
  const [authority, first] = [readFileSync(authorityFile), leaf(certificateFile)];
  const lifetime = first.validToDate.getTime() - first.validFromDate.getTime();
  assert.ok(lifetime <= 398 * day * 1000);

  // 1. While it is good it stays.
  clock.advance(300 * day);
  await again();
  assert.equal(leaf(certificateFile).fingerprint256, first.fingerprint256);

  // 2. A new one, of the same authority.
  clock.advance(70 * day);
  await again();
  const second = leaf(certificateFile);
  assert.notEqual(second.fingerprint256, first.fingerprint256);
  assert.ok(second.validToDate.getTime() > clock.now() + 390 * day * 1000);
  assert.deepEqual(readFileSync(authorityFile), authority);
  assert.ok(second.verify(leaf(authorityFile).publicKey));

  // 3. An authority that would not outlive what it signs is replaced.
  clock.advance(4 * 365 * day);
  await again();
  assert.notDeepEqual(readFileSync(authorityFile), authority);
  assert.ok(leaf(certificateFile).verify(leaf(authorityFile).publicKey));
});

test('files that do not belong together, or are no certificates, are made anew', async (t) => {
  const { again, certificateFile, keyFile, authorityFile } = await certificates(t);
  const before = leaf(certificateFile);
  writeFileSync(keyFile, 'no key');
  await again();
  assert.notEqual(leaf(certificateFile).fingerprint256, before.fingerprint256);
  const renewed = leaf(certificateFile);
  writeFileSync(authorityFile, '');
  await again();
  assert.notEqual(leaf(certificateFile).fingerprint256, renewed.fingerprint256);
  assert.ok(leaf(certificateFile).verify(leaf(authorityFile).publicKey));
});
