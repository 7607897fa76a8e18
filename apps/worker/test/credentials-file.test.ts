/** The file in which the worker keeps who it is. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { generatePrivateJwk } from '@four-roles/protocol/signing-key';
import { stubFiles } from './stub-files.ts';

const secret = { client_id: 'nightly', client_secret: 'secret' };

test('no file, or a key alone, is no registration', async (t) => {
  const files = stubFiles(t);
  assert.equal(files.file().read(), undefined);
  const private_key = await generatePrivateJwk();
  files.file().save({ private_key });
  assert.equal(files.file().read(), undefined);
  assert.deepEqual(files.file().readKey(), private_key);
});

test('the key of a registration is not taken for one that is still to be registered', async (t) => {
  const files = stubFiles(t);
  const private_key = await generatePrivateJwk();
  const token_endpoint_auth_method = 'private_key_jwt' as const;
  files.file().save({ client_id: 'nightly', private_key, token_endpoint_auth_method });
  assert.equal(files.file().readKey(), undefined);
});

test('where no method is said it is client_secret_basic (RFC 7591, section 2)', (t) => {
  const files = stubFiles(t);
  files.put(secret);
  assert.deepEqual(files.file().read(), {
    ...secret,
    token_endpoint_auth_method: 'client_secret_basic',
  });
});

test('what cannot be read is named, and not quoted: it may be a secret', (t) => {
  const files = stubFiles(t);
  for (const content of ['"top-secret', '{"client_id":"top-secret"}', '[]']) {
    writeFileSync(files.name, content);
    assert.throws(
      () => files.file().read(),
      ({ message }: Error) =>
        message.includes('nightly.json does not hold credentials') &&
        !message.includes('top-secret'),
    );
  }
});

test('an initial access token that cannot be read is none', (t) => {
  const files = stubFiles(t);
  writeFileSync(files.initialAccessToken.place, 'half of a tok');
  assert.equal(files.initialAccessToken.find(), undefined);
});

test('it notices what others write into it, and not what it wrote itself', (t) => {
  const files = stubFiles(t);
  const file = files.file();
  file.save({ ...secret, token_endpoint_auth_method: 'client_secret_basic' });
  assert.equal(file.changed(), false);
  files.put({ ...secret, client_secret: 'other' });
  assert.equal(file.changed(), true);
  file.read();
  assert.equal(file.changed(), false);
});
