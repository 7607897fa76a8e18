import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifySender } from '../src/recording/identify-sender.ts';

const from = (agent: string) => identifySender([['User-Agent', agent]]);

test('each role is known by the User-Agent that it sends', () => {
  assert.deepEqual(from('FourRoles-Client/1'), { from: 'client' });
  assert.deepEqual(from('FourRoles-AuthorizationServer/1'), {
    from: 'authorization-server',
  });
  assert.deepEqual(from('FourRoles-ResourceServer/1'), { from: 'resource-server' });
  assert.deepEqual(from('FourRoles-Worker/1'), { from: 'worker' });
});

test('the name of the header counts in any case', () => {
  assert.deepEqual(identifySender([['user-agent', 'FourRoles-Worker/1']]), {
    from: 'worker',
  });
});

test('Mozilla is a browser, whichever it is', () => {
  for (const rest of ['(X11; Linux x86_64) Firefox/145.0', '(iPhone) Safari/605.1']) {
    assert.deepEqual(from(`Mozilla/5.0 ${rest}`), { from: 'browser' });
  }
});

test('any other program is named by its product token', () => {
  assert.deepEqual(from('curl/8.18.0'), { from: 'other', agent: 'curl/8.18.0' });
  assert.deepEqual(from('python-requests/2.33 CPython/3.14'), {
    from: 'other',
    agent: 'python-requests/2.33',
  });
});

test('a program that says nothing of itself has no name', () => {
  assert.deepEqual(identifySender([]), { from: 'other' });
});

test('what only begins like a role is none', () => {
  assert.equal(from('FourRoles-Client/10').from, 'other');
  assert.equal(from('xFourRoles-Client/1').from, 'other');
});

test('a name is short and printable, whatever was sent', () => {
  const { agent } = from(`\u0007bell\u00e9${'x'.repeat(5000)}`);
  assert.match(agent!, /^bellx+$/);
  assert.equal(agent!.length, 40);
});
