/** Which part speaks TLS, and who vouches for it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  certificateSettings,
  certificatesFor,
  secureOrigins,
} from '../src/certificates.ts';
import { inspector } from '../src/inspector.ts';
import { cast } from '../src/role.ts';

const origins = {
  inspector: 'https://localhost:9009',
  client: 'https://localhost:9000',
  'authorization-server': 'https://localhost:9001',
  'resource-server': 'http://localhost:9002',
  worker: 'https://localhost:9003',
};
const [client, authorizationServer, resourceServer] = cast as [
  (typeof cast)[0],
  (typeof cast)[0],
  (typeof cast)[0],
];

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'certificates-'));
  t.after(() => rmSync(made, { recursive: true }));
  return made;
}

test('a role speaks TLS where it is met at its https origin itself', () => {
  assert.deepEqual(secureOrigins(client, origins, { client: 9000 }), [origins.client]);
  assert.deepEqual(secureOrigins(client, origins, { client: 9100 }), []);
  assert.deepEqual(
    secureOrigins(resourceServer, origins, { 'resource-server': 9002 }),
    [],
  );
});

test('the inspector stands at the origins of all, and speaks TLS at those that are https', () => {
  assert.deepEqual(
    secureOrigins(inspector, origins, { inspector: 9009 }),
    [9009, 9000, 9001, 9003].map((port) => `https://localhost:${port}`),
  );
});

test('for localhost there is a certificate; where nothing is https, none is made', async (t) => {
  const data = folder(t);
  const plain = [resourceServer];
  assert.equal(
    await certificatesFor(plain, origins, { 'resource-server': 9002 }, data),
    undefined,
  );
  assert.deepEqual(readdirSync(data), []);
  const made = await certificatesFor([client], origins, { client: 9000 }, data);
  assert.equal(made?.authorityFile, join(data, 'tls/ca.pem'));
});

test('for any other name one has to be brought along, unless somebody in front has it', async (t) => {
  const data = folder(t);
  const abroad = { 'authorization-server': 'https://accounts.acorn.example' };
  const parts = [authorizationServer];
  await assert.rejects(
    certificatesFor(parts, abroad, { 'authorization-server': 443 }, data),
    /https:\/\/accounts\.acorn\.example is https.*set TLS_CERTIFICATE_FILE and TLS_KEY_FILE/,
  );
  const behind = { 'authorization-server': 9001 };
  assert.equal(await certificatesFor(parts, abroad, behind, data), undefined);
});

test('who speaks no TLS is not told of the key, and everybody of the authority', () => {
  const files = { certificateFile: 'leaf', keyFile: 'key', authorityFile: 'ca' };
  assert.deepEqual(certificateSettings(files, true), {
    TLS_CERTIFICATE_FILE: 'leaf',
    TLS_KEY_FILE: 'key',
    NODE_EXTRA_CA_CERTS: 'ca',
  });
  const settings = certificateSettings(files, false);
  assert.deepEqual(JSON.parse(JSON.stringify(settings)), { NODE_EXTRA_CA_CERTS: 'ca' });
});
