/**
 * Server-side request forgery: whoever registers a client decides where this
 * server sends a request to. Each attack is an address, or an answer, that
 * somebody registers in order to reach more than the public Internet.
 */
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { isPublicAddress } from '../src/client-url/public-address.ts';
import { clientUrlReader } from '../src/client-url/read-client-url.ts';
import type { Address } from '../src/client-url/resolve-host.ts';
import { sendTo } from '../src/client-url/send-to.ts';
import * as rules from '../src/rules/client-url.ts';
import {
  clock,
  keySet,
  readHere,
  readThere,
  refusedBy,
  resolvingTo,
  trusted,
} from './client-url-world.ts';
import { answering, closeStrangeServers, startStrangeServer } from './strange-server.ts';

afterEach(() => {
  closeStrangeServers();
  mock.timers.reset();
});

test('a key set on this machine is read in development, and the request carries nothing', async () => {
  const { url, asked } = await startStrangeServer(answering(keySet));
  assert.equal(await readHere(url), keySet);
  const { method, headers } = asked[0]!;
  assert.equal(method, 'GET');
  const { traceparent, host, ...rest } = headers;
  assert.equal(host, new URL(url).host);
  assert.match(String(traceparent), /^00-/);
  assert.deepEqual(rest, {
    accept: 'application/jwk-set+json, application/json',
    'accept-encoding': 'identity',
    'user-agent': 'FourRoles-AuthorizationServer/1',
    connection: 'close',
  });
});

test('over TLS as well, where the certificate is one that is trusted', async () => {
  const { url } = await startStrangeServer(answering(keySet), trusted.tls);
  assert.equal(await readHere(url), keySet);
});

provesRule(rules.clientUrlProtected, async () => {
  const { url } = await startStrangeServer(answering(keySet));
  const withName = url.replace('//', '//user:password@');
  await refusedBy(rules.clientUrlProtected, readHere(withName));
});

test('plain HTTP is for this machine, and in development only', async () => {
  for (const address of [
    'http://keys.example/jwks',
    'ftp://keys.example/jwks',
    'file:///etc/passwd',
    'data:application/json,{"keys":[]}',
    'gopher://127.0.0.1:6379/_FLUSHALL',
  ]) {
    await refusedBy(rules.clientUrlProtected, readHere(address), address);
  }
  await refusedBy(rules.clientUrlProtected, readThere('http://127.0.0.1/jwks'));
});

provesRule(rules.clientUrlPublic, async () => {
  const { url, asked } = await startStrangeServer(answering(keySet), trusted.tls);
  await refusedBy(rules.clientUrlPublic, readThere(url));
  assert.equal(asked.length, 0);
});

const notPublic = {
  'this machine': ['127.0.0.1', '127.9.9.9', '0.0.0.0', '::1', '::'],
  'the services of a cloud': [
    ...['169.254.169.254', '169.254.170.2', 'fd00:ec2::254'],
    ...['100.100.100.200', '168.63.129.16', '192.0.0.192'],
  ],
  'a private network': [
    ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
    ...['fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', '198.18.0.1'],
  ],
  'IPv4 within IPv6': [
    ...['::ffff:10.0.0.1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1'],
    ...['64:ff9b::10.0.0.1', '64:ff9b:1::a00:1', '2002:7f00:1::1', '2001:0:7f00:1::'],
    ...['::ffff:0:127.0.0.1', '::ffff:8.8.8.8'],
  ],
  'no single machine': ['224.0.0.1', '255.255.255.255', '240.0.0.1', 'ff02::1'],
  'nobody yet': ['4000::1', '64:ff9b:2::1', '::1:0:0:1'],
  'no address': ['', 'localhost', '127.0.0.1:80', '[::1]'],
};

for (const [what, addresses] of Object.entries(notPublic)) {
  test(`a name that resolves to ${what} is not followed`, async () => {
    for (const address of addresses) {
      assert.equal(isPublicAddress(address), false, address);
      for (const development of [true, false]) {
        const resolve = resolvingTo('93.184.215.14', address);
        const read = clientUrlReader(development, clock, resolve);
        const work = read('https://keys.example/jwks');
        await refusedBy(rules.clientUrlPublic, work, address);
      }
    }
  });
}

test('the addresses of the Internet are public', () => {
  for (const address of ['8.8.8.8', '93.184.215.14', '2606:2800:21f:cb07::1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

test('no way of writing an address hides what it is', async () => {
  for (const host of [
    ...['127.0.0.1', '127.1', '0x7f.1', '0x7f000001', '2130706433', '017700000001'],
    ...['127.0.0.1.', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '0', '[::]'],
    ...['169.254.169.254', '0xa9fea9fe', '2852039166', '[::ffff:a9fe:a9fe]'],
    ...['①②⑦.⓪.⓪.①', '10.1', 'localhost', 'LOCALHOST', 'localhost.', '%6cocalhost'],
  ]) {
    const work = readThere(`https://${host}/jwks`);
    await refusedBy(rules.clientUrlPublic, work, host);
  }
});

test('in development this machine is reached by its own names, not by one that resolves to it', async () => {
  const { port, asked } = await startStrangeServer(answering(keySet), trusted.tls);
  const work = readHere(`https://keys.example:${port}/jwks`);
  await refusedBy(rules.clientUrlPublic, work);
  assert.equal(asked.length, 0);
});

test('the request goes to the address that was checked: the name is not looked up again', async () => {
  const { port } = await startStrangeServer(answering(keySet));
  const url = new URL(`http://rebound.invalid:${port}/`);
  const addresses: Address[] = [{ address: '127.0.0.1', family: 4 }];
  const answer = await sendTo(url, addresses, [], AbortSignal.any([]));
  assert.equal(answer.statusCode, 200);
  answer.destroy();
});

test('a name is looked up once, and one that does not exist is refused', async () => {
  const asked: string[] = [];
  const read = clientUrlReader(false, clock, async (name) => {
    asked.push(name);
    return [];
  });
  await refusedBy(rules.clientUrlAnswers, read('https://keys.example/jwks'));
  assert.deepEqual(asked, ['keys.example']);
});
