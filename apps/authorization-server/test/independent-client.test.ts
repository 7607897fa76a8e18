/**
 * A client that knows nothing of this project, oauth4webapi, against the real
 * process: discovery, registration, code flow, refresh, client credentials,
 * introspection and revocation, each judged by its own, strict, checks.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportJWK } from 'jose';
import * as oauth from 'oauth4webapi';
import {
  authorizationUrl,
  browseThroughConsent,
  prepare,
  redirectUri,
  registerMachine,
  start,
  stop,
} from './process.ts';

const insecure = { [oauth.allowInsecureRequests]: true };

test('oauth4webapi signs who it is, and is believed at every endpoint', async (t) => {
  const { origin, env, initialAccessToken, clean } = await prepare();
  const child = await start(env);
  t.after(async () => {
    await stop(child, 'SIGTERM');
    clean();
  });
  const { publicKey, privateKey } = await oauth.generateKeyPair('ES256', {
    extractable: true,
  });
  const kid = 'nightly-1';
  const { client_id } = await registerMachine(origin, initialAccessToken, {
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid }] },
  });

  const issuer = new URL(origin);
  const server = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' }),
  );
  const client = { client_id };
  const authentication = oauth.PrivateKeyJwt({ key: privateKey, kid });
  const granted = await oauth.processClientCredentialsResponse(
    server,
    client,
    await oauth.clientCredentialsGrantRequest(
      ...([server, client, authentication] as const),
      { scope: 'contacts.read' },
      insecure,
    ),
  );
  const asked = [server, client, authentication, granted.access_token, insecure] as const;
  const isActive = async () =>
    oauth.processIntrospectionResponse(
      server,
      client,
      await oauth.introspectionRequest(...asked),
    );
  assert.equal((await isActive()).active, true);
  await oauth.processRevocationResponse(await oauth.revocationRequest(...asked));
  assert.equal((await isActive()).active, false);
});

test('oauth4webapi completes every flow', async (t) => {
  const { origin, env, secretOf, initialAccessToken, clean } = await prepare();
  const child = await start(env);
  t.after(async () => {
    await stop(child, 'SIGTERM');
    clean();
  });

  const issuer = new URL(origin);
  const discovery = { ...insecure, algorithm: 'oauth2' as const };
  const server = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, discovery),
  );
  const client = { client_id: 'briefing' };
  const authentication = oauth.ClientSecretBasic(secretOf('briefing'));

  // The code flow, with PKCE, state, nonce and iss.
  const verifier = oauth.generateRandomCodeVerifier();
  const answer = await browseThroughConsent(origin, authorizationUrl(origin, verifier));
  const callback = oauth.validateAuthResponse(server, client, answer, 'the-state');
  const tokens = await oauth.processAuthorizationCodeResponse(
    server,
    client,
    await oauth.authorizationCodeGrantRequest(
      ...([
        server,
        client,
        authentication,
        callback,
        redirectUri,
        verifier,
        insecure,
      ] as const),
    ),
    { expectedNonce: 'the-nonce', requireIdToken: true },
  );
  assert.equal(tokens.scope, 'openid profile');
  assert.equal(oauth.getValidatedIdTokenClaims(tokens)?.sub, 'acct_7Q2mZk4TnW');

  // Refresh.
  const refreshed = await oauth.processRefreshTokenResponse(
    server,
    client,
    await oauth.refreshTokenGrantRequest(
      ...([server, client, authentication, tokens.refresh_token!, insecure] as const),
    ),
  );
  assert.notEqual(refreshed.refresh_token, tokens.refresh_token);

  // Registration, and client credentials with what came of it.
  const machine = await oauth.processDynamicClientRegistrationResponse(
    await oauth.dynamicClientRegistrationRequest(
      server,
      {
        client_name: 'Nightly',
        client_uri: 'https://nightly.example/',
        grant_types: ['client_credentials'],
        response_types: [],
        scope: 'contacts.read',
      },
      { ...insecure, initialAccessToken },
    ),
  );
  assert.equal(machine.client_secret_expires_at, 0);
  const granted = await oauth.processClientCredentialsResponse(
    server,
    machine,
    await oauth.clientCredentialsGrantRequest(
      server,
      machine,
      oauth.ClientSecretBasic(String(machine.client_secret)),
      { scope: 'contacts.read' },
      insecure,
    ),
  );
  assert.equal(granted.scope, 'contacts.read');

  // Introspection, by the resource server.
  const apis = { client_id: 'acorn-apis' };
  const introspect = async () =>
    oauth.processIntrospectionResponse(
      server,
      apis,
      await oauth.introspectionRequest(
        server,
        apis,
        oauth.ClientSecretBasic(secretOf('acorn-apis')),
        refreshed.access_token,
        insecure,
      ),
    );
  assert.equal((await introspect()).active, true);

  // Revocation, after which the token is inactive.
  await oauth.processRevocationResponse(
    await oauth.revocationRequest(
      ...([server, client, authentication, refreshed.refresh_token!, insecure] as const),
    ),
  );
  assert.equal((await introspect()).active, false);
});
