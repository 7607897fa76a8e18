/** The addresses that a client registers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { clientUriIsWebPage, clientUriProtected } from '../src/rules/client-metadata.ts';
import * as rules from '../src/rules/client-redirect-uris.ts';
import { native, service, startRegistration, web } from './registration-world.ts';
import { refused } from './server.ts';

/** Each of these, alone, is refused as a redirect URI, and nothing is stored. */
async function refusesUris(uris: string[], of = web): Promise<void> {
  const { register, clientCount } = await startRegistration();
  const before = await clientCount();
  for (const uri of uris) {
    const response = await register({ ...of, redirect_uris: [uri] });
    await refused(response, 400, 'invalid_redirect_uri');
  }
  assert.equal(await clientCount(), before);
}

provesRule(rules.redirectUrisGiven, async () => {
  const { register } = await startRegistration();
  for (const redirect_uris of [undefined, []]) {
    const response = await register({ ...web, redirect_uris });
    await refused(response, 400, 'invalid_redirect_uri');
  }
});

provesRule(rules.redirectUrisOfServiceAbsent, async () => {
  const { register } = await startRegistration();
  for (const member of ['redirect_uris', 'post_logout_redirect_uris']) {
    const response = await register({ ...service, [member]: web.redirect_uris });
    await refused(response, 400, 'invalid_redirect_uri');
  }
});

provesRule(rules.redirectUrisFew, async () => {
  const { register } = await startRegistration();
  const eleven = Array.from({ length: 11 }, (_, n) => `https://orchard.example/${n}`);
  const long = [`https://orchard.example/${'x'.repeat(2000)}`];
  for (const redirect_uris of [eleven, long]) {
    const response = await register({ ...web, redirect_uris });
    await refused(response, 400, 'invalid_redirect_uri');
  }
});

provesRule(rules.redirectUriAbsolute, () =>
  refusesUris([
    ...['/callback', '//orchard.example/callback', 'orchard.example/callback'],
    ...['https:orchard.example', 'https:///orchard.example', 'https://'],
    ...['https:\\\\orchard.example', 'https://orchard.example\\@evil.example/'],
    ...[' https://orchard.example/', 'https://orchard.example/a b'],
    ...['https://orchard.example/\n', 'https://\u043erchard.example/'],
  ]),
);

provesRule(rules.redirectUriWithoutFragment, () =>
  refusesUris(['https://orchard.example/callback#top', 'https://orchard.example/#']),
);

provesRule(rules.redirectUriWithoutWildcard, () =>
  refusesUris(['https://*.orchard.example/callback', 'https://orchard.example/*']),
);

provesRule(rules.redirectUriWithoutCredentials, () =>
  refusesUris(['https://orchard.example@evil.example/', 'https://a:b@orchard.example/']),
);

provesRule(rules.redirectUriProtected, async () => {
  const hostile = [
    ...['http://orchard.example/callback', 'http://localhost.evil.example/'],
    ...['javascript:alert(1)', 'data:text/html,hello', 'com.example.app:/callback'],
  ];
  await refusesUris(hostile);
  await refusesUris(hostile, { ...web, application_type: 'browser' });
});

provesRule(rules.redirectUriOfNativeApp, () =>
  refusesUris(
    [
      ...['myapp:/callback', 'javascript:alert(1)', 'data:text/html,hello'],
      ...['http://orchard.example/callback', 'http://localhost/callback'],
    ],
    native,
  ),
);

test('where people come back to after signing out is judged in the same way', async () => {
  const { register } = await startRegistration();
  const hostile = { ...web, post_logout_redirect_uris: ['javascript:alert(1)'] };
  await refused(await register(hostile), 400, 'invalid_redirect_uri');
});

test('what RFC 8252 gives to native apps is registered (sections 7.1 to 7.3)', async () => {
  const { registered } = await startRegistration();
  const redirect_uris = [
    'com.example.app:/callback',
    'https://app.example/callback',
    'http://127.0.0.1:8080/callback',
    'http://[::1]/callback',
  ];
  assert.deepEqual(
    (await registered({ ...native, redirect_uris })).redirect_uris,
    redirect_uris,
  );
});

provesRule(clientUriIsWebPage, async () => {
  const { register } = await startRegistration();
  for (const client_uri of [
    ...[undefined, 'javascript:alert(1)', 'data:text/html,hello', 'orchard'],
    ...['https://bank.example@evil.example/', `https://a.example/${'x'.repeat(2000)}`],
  ]) {
    const response = await register({ ...web, client_uri });
    await refused(response, 400, 'invalid_client_metadata');
    const { error_description } = await response.json();
    assert.match(error_description, /client-uri-is-web-page/);
  }
});

provesRule(clientUriProtected, async () => {
  const { register } = await startRegistration();
  const response = await register({ ...web, client_uri: 'http://orchard.example/' });
  await refused(response, 400, 'invalid_client_metadata');
});
