/** Basic credentials, RFC 6749 section 2.3.1 and RFC 7617. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBasicCredentials,
  parseBasicCredentials,
} from '../src/basic-credentials.ts';

test('the example of RFC 6749 section 2.3.1', () => {
  const credentials = {
    client_id: 's6BhdRkqt3',
    client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  };
  const header = 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3';
  assert.equal(formatBasicCredentials(credentials), header);
  assert.deepEqual(parseBasicCredentials(header), credentials);
});

test('colons, spaces, percent signs and other scripts survive the journey', () => {
  const credentials = { client_id: 'https://a.example:8080/x', client_secret: ' %+:é€' };
  assert.deepEqual(
    parseBasicCredentials(formatBasicCredentials(credentials)),
    credentials,
  );
});

test('the first colon divides, and the scheme is case-insensitive', () => {
  const pair = Buffer.from('id:se:cret').toString('base64');
  assert.deepEqual(parseBasicCredentials(`bAsIc ${pair}`), {
    client_id: 'id',
    client_secret: 'se:cret',
  });
});

test('what is not well-formed is nothing', () => {
  for (const header of [
    '',
    'Basic',
    'Basic ',
    'Basic ?',
    'Bearer aTpz',
    'Basic aWQ=',
    'Basic JTpz',
  ]) {
    assert.equal(parseBasicCredentials(header), undefined, header);
  }
});
