/** The credentials cannot be saved: the disk is full. */
import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { writePrivateFile } from '@four-roles/runtime/private-file';
import { stubFiles } from './stub-files.ts';
import { stubServers, tokenAnswer, workerFacing } from './stub-servers.ts';

test('registered, and not saved: it works, says what a restart will cost, and saves later', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  files.diskIsFull = true;
  const worker = workerFacing(stub, { ...files, file: files.file() });
  for (let run = 0; run < 2; run++) {
    worker.registration.beginRun();
    await worker.getRates();
  }
  assert.equal(stub.asked('/register').length, 1);
  assert.equal(existsSync(files.name), false);
  assert.equal(worker.registration.standing().saved, false);
  const said = worker.printed.filter((line) => line.includes('could not be saved'));
  assert.equal(said.length, 1, 'it says so once');
  assert.match(said[0]!, /ENOSPC.*lost at a restart/);
  assert.equal(files.hasToken(), true, 'a restart needs it');

  files.diskIsFull = false;
  worker.registration.beginRun();
  assert.equal(files.content().client_secret, 'secret-1');
  assert.equal(files.hasToken(), false);
  assert.equal(worker.registration.standing().saved, true);
  assert.match(worker.printed.at(-1)!, /after all/);
});

test('a new secret that cannot be saved is used all the same, and the old file stays whole', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file() });
  await worker.getRates();
  worker.clock.advance(601);
  const before = files.content();
  files.diskIsFull = true;
  const expected = Buffer.from('app_1:secret-2').toString('base64');
  stub.token = ({ headers }) =>
    headers.authorization === `Basic ${expected}`
      ? tokenAnswer()
      : { status: 401, json: { error: 'invalid_client' } };
  worker.registration.beginRun();
  await worker.getRates();
  assert.deepEqual(files.content(), before);

  // Refused once more, it does not take the old secret out of the file again.
  worker.clock.advance(601);
  await worker.getRates();

  files.diskIsFull = false;
  worker.registration.beginRun();
  assert.equal(files.content().client_secret, 'secret-2');
});

test('with a key that cannot be saved it registers and works as well', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  files.diskIsFull = true;
  const method = 'private_key_jwt';
  const worker = workerFacing(stub, { ...files, file: files.file(), method });
  await worker.getRates();
  files.diskIsFull = false;
  worker.registration.beginRun();
  const registered = JSON.parse(stub.asked('/register')[0]?.body ?? '').jwks.keys[0];
  assert.equal(files.content().private_key.kid, registered.kid);
});

test('a disk that is really full: the old file stays, and no half of a new one', {
  skip: !existsSync('/dev/full') && 'this system has no /dev/full',
}, (t) => {
  const files = stubFiles(t);
  files.put({ old: true });
  symlinkSync('/dev/full', `${files.name}.new`);
  assert.throws(() => writePrivateFile(files.name, 'new'), { code: 'ENOSPC' });
  assert.deepEqual(files.content(), { old: true });
  assert.equal(existsSync(`${files.name}.new`), false);
});
