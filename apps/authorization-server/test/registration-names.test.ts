/** What a client may be called, and what it may say of itself in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { descriptionShort } from '../src/rules/client-metadata.ts';
import * as rules from '../src/rules/client-name.ts';
import { startRegistration, web } from './registration-world.ts';
import { refused } from './server.ts';

/** Each of these names is refused, and nothing is stored. */
async function refusesNames(names: (string | undefined)[]): Promise<void> {
  const { register, clientCount } = await startRegistration();
  const before = await clientCount();
  for (const client_name of names) {
    const response = await register({ ...web, client_name });
    await refused(response, 400, 'invalid_client_metadata');
  }
  assert.equal(await clientCount(), before);
}

provesRule(rules.clientNameGiven, () =>
  refusesNames([undefined, '', '...', '\u{1f34e}']),
);

provesRule(rules.clientNameShort, () =>
  refusesNames(['n'.repeat(61), 'n'.repeat(10_000), `n${'\u0301'.repeat(300)}`]),
);

provesRule(rules.clientNamePlain, () =>
  refusesNames([
    '<b>Orchard</b>',
    'Orchard&lt;script&gt;',
    'Or\u0000chard',
    'Orchard\nagree to everything',
    ' Orchard',
    'Orchard  shop',
    'Or\u00a0chard',
    'Or\u200bchard',
    'Or\u202edrahc',
    'Or\u2066chard',
    'Or\u3164chard',
    'Or\u2800chard',
    'Or\u00adchard',
    'Or\ufe0fchard',
    'Or\ud800chard',
  ]),
);

provesRule(rules.clientNameNotOurs, () =>
  refusesNames([
    'Acorn',
    'Acorn Security',
    'ACORN support',
    'A.c.o.r.n',
    '\u0410corn accounts',
    '\u00c1corn',
    '\uff21\uff43\uff4f\uff52\uff4e',
  ]),
);

provesRule(rules.clientNameUnlikeOthers, async () => {
  const { register, registered, clientCount } = await startRegistration();
  await registered({ ...web, client_name: 'Briefing' });
  const before = await clientCount();
  for (const client_name of [
    'Briefing',
    'BRIEFING',
    'brief-ing!',
    'Brief ing',
    '\u0412riefing',
    'Br\u0456efing',
    'Brlefing',
    'Br1efing',
    'Br\u00edefing',
    '\u{1d401}riefing',
    'Briefing (official)',
    'The Brie-fing App',
    'Verified: Briefing Support',
    'Briefing \u043efficial',
  ]) {
    const response = await register({ ...web, client_name }, 'of-grace');
    await refused(response, 400, 'invalid_client_metadata');
  }
  assert.equal(await clientCount(), before);
});

test('of two people who register one name in the same moment, one has it', async () => {
  const { register } = await startRegistration();
  const answers = await Promise.all(
    ['initial', 'of-grace'].map((token) => register(web, token)),
  );
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
});

test('the applications of one person may share a name: a program that lost its credentials comes back', async () => {
  const { registered } = await startRegistration();
  const made = await registered(web);
  assert.notEqual((await registered(web)).client_id, made.client_id);
});

test('names of every script are welcome', async () => {
  const { registered } = await startRegistration();
  for (const client_name of [
    ...[
      'Morning Briefing',
      'Secure App',
      'Help',
      'Ben & Jerry',
      'Caf\u00e9 M\u00fcller',
      '\u30ea\u30f3\u30b4',
      'Orchard (test)',
    ],
    ...[
      '\u0646\u0638\u0627\u0645',
      '\u042f\u0431\u043b\u043e\u043a\u043e',
      '2048',
      'Popcorn',
    ],
  ]) {
    assert.equal((await registered({ ...web, client_name })).client_name, client_name);
  }
});

provesRule(descriptionShort, async () => {
  const { register } = await startRegistration();
  for (const description of ['d'.repeat(301), 'see <a href=x>', 'a\u202eb']) {
    const response = await register({ ...web, description });
    await refused(response, 400, 'invalid_client_metadata');
  }
});
