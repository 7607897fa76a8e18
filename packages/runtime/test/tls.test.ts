/** The certificate of a role: two settings that go together, and what is wrong with them. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { readTls } from '../src/tls.ts';
import { certificateFiles } from './certificate-files.ts';

const origin = 'https://localhost:9001';
const { certificateFile, keyFile } = await certificateFiles();

/** What is said when a role is started so, and ends. */
function refusal(t: TestContext, { origin: at = origin, ...settings }: Settings): string {
  const said = t.mock.method(console, 'error', () => {});
  const exit = t.mock.method(process, 'exit', (status: number) => {
    throw new Error(`exit ${status}`);
  });
  assert.throws(() => readTls(at, settings), { message: 'exit 78' });
  exit.mock.restore();
  said.mock.restore();
  return said.mock.calls.map((call) => call.arguments).join('\n');
}

type Settings = Record<string, string>;

test('without the two a role speaks plain HTTP; with both it has its certificate', () => {
  assert.equal(readTls(origin, {}), undefined);
  const environment = { TLS_CERTIFICATE_FILE: certificateFile, TLS_KEY_FILE: keyFile };
  const tls = readTls(origin, environment);
  assert.match(tls!.cert, /BEGIN CERTIFICATE/);
  assert.match(tls!.key, /BEGIN PRIVATE KEY/);
});

test('what is wrong stops the start, with the name of the setting and an example', async (t) => {
  const { keyFile: other } = await certificateFiles();
  const missing = `${keyFile}.missing`;
  for (const [settings, said] of [
    [
      { TLS_CERTIFICATE_FILE: certificateFile },
      'The setting TLS_KEY_FILE is wrong: it goes together with TLS_CERTIFICATE_FILE.',
    ],
    [
      { TLS_KEY_FILE: keyFile },
      'The setting TLS_CERTIFICATE_FILE is wrong: it goes together with TLS_KEY_FILE.',
    ],
    [
      { TLS_CERTIFICATE_FILE: certificateFile, TLS_KEY_FILE: missing },
      `The setting TLS_KEY_FILE is wrong: ${missing} cannot be read (ENOENT).`,
    ],
    [
      { TLS_CERTIFICATE_FILE: keyFile, TLS_KEY_FILE: keyFile },
      'The setting TLS_CERTIFICATE_FILE is wrong: the file holds no certificate in PEM.',
    ],
    [
      { TLS_CERTIFICATE_FILE: certificateFile, TLS_KEY_FILE: certificateFile },
      'The setting TLS_KEY_FILE is wrong: the file holds no private key in PEM.',
    ],
    [
      { TLS_CERTIFICATE_FILE: certificateFile, TLS_KEY_FILE: other },
      'The setting TLS_KEY_FILE is wrong: the key is not that of the certificate.',
    ],
    [
      {
        TLS_CERTIFICATE_FILE: certificateFile,
        TLS_KEY_FILE: keyFile,
        origin: 'http://localhost:9001',
      },
      'The setting TLS_CERTIFICATE_FILE is wrong: the origin is http://localhost:9001: ' +
        'with a certificate it has to be https.',
    ],
  ] as const) {
    const [, name] = /^The setting (\w+)/.exec(said)!;
    const example = { TLS_CERTIFICATE_FILE: 'certificate.pem', TLS_KEY_FILE: 'key.pem' };
    const file = example[name as keyof typeof example];
    assert.equal(
      refusal(t, settings),
      `${said} For example: ${name}=/etc/four-roles/tls/${file}`,
    );
  }
});
