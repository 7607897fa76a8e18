import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addMember,
  readMembers,
  removeMember,
  writeMembers,
} from '../src/viewer/controls/json-members.ts';
import { readToken, writeToken } from '../src/viewer/controls/token-fields.ts';

describe('members of a JSON object', () => {
  const text = '{\n  "aud": "a",\n  "exp" : 10.0,\n  "deep": {"x": ["]", 1]}, "t":true}';
  const object = readMembers(text);
  assert(object);

  it('are strings without quotes, and the rest as it stands', () => {
    const read = object.members.map(({ name, value }) => [name, value]);
    assert.deepEqual(read, [
      ['aud', 'a'],
      ['exp', '10.0'],
      ['deep', '{"x": ["]", 1]}'],
      ['t', 'true'],
    ]);
  });

  it('change alone', () => {
    const members = object.members.map((member) =>
      member.name === 'aud' ? { ...member, value: '"b"', raw: undefined } : member,
    );
    const written = writeMembers({ ...object, members });
    assert.equal(written, text.replace('"a"', String.raw`"\"b\""`));
  });

  it('are taken out with their comma', () => {
    const first = writeMembers(removeMember(object, 0));
    assert.deepEqual(JSON.parse(first), { exp: 10, deep: { x: [']', 1] }, t: true });
    const last = writeMembers(removeMember(object, 3));
    assert.deepEqual(JSON.parse(last), { aud: 'a', exp: 10, deep: { x: [']', 1] } });
    const one = readMembers('{"a":1}');
    assert(one);
    assert.equal(writeMembers(removeMember(one, 0)), '{}');
  });

  it('are added', () => {
    const empty = readMembers(' {} ');
    assert(empty);
    assert.equal(writeMembers(addMember(empty)), '{"":""}');
    assert.match(writeMembers(addMember(object)), /"t":true,"":""}$/);
  });

  it('are asked of an object only', () => {
    for (const other of ['[1]', '"a"', '', '{', '{"a":1']) {
      assert.equal(readMembers(other), undefined);
    }
  });
});

describe('a token that somebody changes', () => {
  const part = (value: string) => Buffer.from(value).toString('base64url');
  const token = `${part('{"alg":"ES256"}')}.${part('{"aud":"a", "sub":"ä"}')}.c2ln`;

  it('comes back as it was', () => {
    const fields = readToken(token);
    assert(fields);
    assert.equal(writeToken(fields), token);
  });

  it('has its claims encoded anew, and its old signature', () => {
    const fields = readToken(token);
    assert(fields);
    const [aud, sub] = fields.payload.members;
    assert(aud && sub);
    const members = [{ ...aud, value: 'b', raw: undefined }, sub];
    const written = writeToken({ ...fields, payload: { ...fields.payload, members } });
    const expected = part('{"aud":"b", "sub":"ä"}');
    assert.equal(written, `${token.split('.')[0]}.${expected}.c2ln`);
  });

  it('is a JWT, not any three words', () => {
    for (const other of ['a.b.c', 'eyJ.b.c', 'eyJhIjoxfQ.eyJhIjoxfQ', 'eyJhI….•.c']) {
      assert.equal(readToken(other), undefined);
    }
  });
});
