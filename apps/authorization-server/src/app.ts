/**
 * The route table, in the order in which a sign-in visits it.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { canonicalHost } from '@four-roles/runtime/canonical-host';
import { requestLog } from '@four-roles/runtime/request-log';
import { watchRequests } from '@four-roles/runtime/rule-watch';
import { strictTransport } from '@four-roles/runtime/strict-transport';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { describeActiveToken } from './active-token.ts';
import { clientAuthentication } from './client-authentication.ts';
import type { Config } from './config.ts';
import { developerConsole } from './developer/routes.ts';
import { consoleStyleSheet, copyScript } from './developer/static-files.ts';
import { authorize } from './endpoints/authorize.ts';
import { deleteRegistration } from './endpoints/delete-registration.ts';
import { introspect } from './endpoints/introspect.ts';
import { jwks } from './endpoints/jwks.ts';
import { readRegistration } from './endpoints/read-registration.ts';
import { registerClient } from './endpoints/register-client.ts';
import { revocations } from './endpoints/revocations.ts';
import { revoke } from './endpoints/revoke.ts';
import { rotateClientSecret } from './endpoints/rotate-client-secret.ts';
import { serverMetadata } from './endpoints/server-metadata.ts';
import { token } from './endpoints/token.ts';
import { updateRegistration } from './endpoints/update-registration.ts';
import { errorResponse, notFound, onlyFor } from './error-response.ts';
import { findToken } from './find-token.ts';
import { jsonResponse, openToPages } from './json-response.ts';
import { clientRegistrar } from './registration/registrar.ts';
import { registrationAccess } from './registration/registration-access.ts';
import { limitedBody } from './request-body.ts';
import { disconnectApp, showConnectedApps } from './resource-owner/connected-apps.ts';
import { consent } from './resource-owner/consent.ts';
import { home } from './resource-owner/home.ts';
import { login, showLogin } from './resource-owner/login.ts';
import { logout } from './resource-owner/logout.ts';
import { browserSessions } from './resource-owner/session.ts';
import { picture, styleSheet } from './resource-owner/static-files.ts';
import { protectedResources } from './resources.ts';
import type { KeyRing } from './signing-keys/key-ring.ts';
import type { Storage } from './storage/storage.ts';

/**
 * @param secret the server's own secret, from which it derives what it need not store
 * @param log where the line of each request goes; nowhere unless said
 */
export async function createApp(
  config: Config,
  storage: Storage,
  clock: Clock,
  keys: KeyRing,
  secret: string,
  log?: (line: string) => void,
): Promise<Hono> {
  const { issuer, onLoopback, resourceServer, client, rulesOff, traceRules } = config;
  const resources = protectedResources(resourceServer);
  const sessions = browserSessions(issuer, storage, clock);
  const describeToken = describeActiveToken(issuer, keys, storage, clock);
  const authenticate = clientAuthentication(issuer, storage, clock);
  const registrar = clientRegistrar(resources, onLoopback, storage, clock);
  const access = registrationAccess(storage, clock);
  const metadata = serverMetadata(issuer, resourceServer, resources);

  const app = new Hono();
  app.onError(errorResponse(issuer, storage, clock));
  app.notFound(notFound);
  app.use(requestLog('authorization-server', log));
  watchRequests(app, { trace: traceRules, off: rulesOff });
  app.use(strictTransport(issuer));
  app.use(canonicalHost(issuer));
  app.use(limitedBody);

  const open = openToPages.map((path) => `${path}/*`);
  app.on('OPTIONS', open, cors({ origin: '*' }));

  for (const name of ['oauth-authorization-server', 'openid-configuration']) {
    app.get(`/.well-known/${name}`, metadata);
    app.all(`/.well-known/${name}`, onlyFor('GET, HEAD'));
  }

  const authorization = authorize(issuer, secret, resources, sessions, storage, clock);
  app.get('/authorize', authorization);
  app.post('/authorize', authorization);
  app.get('/login', showLogin(client, storage));
  app.post('/login', login(issuer, sessions, storage, clock));
  app.post('/consent', consent(issuer, secret, resources, sessions, storage, clock));

  const ownRegistration = '/register/:client_id';
  app.post('/register', registerClient(issuer, registrar, access, storage, clock));
  app.get(ownRegistration, readRegistration(issuer, access));
  app.put(ownRegistration, updateRegistration(issuer, registrar, access, storage, clock));
  app.delete(ownRegistration, deleteRegistration(access, storage, clock));
  app.post(
    `${ownRegistration}/secret`,
    rotateClientSecret(registrar, access, storage, clock),
  );
  app.all('/register', onlyFor('POST'));
  app.all(ownRegistration, onlyFor('GET, PUT, DELETE'));
  app.all(`${ownRegistration}/secret`, onlyFor('POST'));

  app.post(
    '/token',
    token(issuer, keys, secret, resources, authenticate, storage, clock),
  );
  app.get('/jwks', jwks(keys));
  app.post('/introspect', introspect(describeToken, authenticate));
  app.post('/revocations', revocations(authenticate, storage, clock));
  app.post('/revoke', revoke(issuer, keys, authenticate, storage, clock));
  for (const path of ['/token', '/introspect', '/revocations', '/revoke']) {
    app.all(path, onlyFor('POST'));
  }
  app.all('/jwks', onlyFor('GET, HEAD'));

  const signOut = logout(issuer, keys, sessions, storage, clock);
  app.get('/logout', signOut);
  app.post('/logout', signOut);
  app.get('/account', showConnectedApps(resources, sessions, storage));
  app.post('/account/disconnect', disconnectApp(issuer, sessions, storage, clock));

  const findAnyToken = (token: string) => findToken(token, issuer, keys, storage);
  const developer = developerConsole({
    ...{ issuer, authorityFile: config.authorityFile, secret, resourceServer },
    ...{ resources, sessions, registrar },
    ...{ findAnyToken, describeToken, storage, clock },
  });
  app.route('/developer', developer);

  app.get('/', home(client));
  app.get('/style.css', styleSheet);
  app.get('/console.css', consoleStyleSheet);
  app.get('/copy.js', copyScript);
  app.get('/acorn.svg', picture);
  app.get('/health', () => jsonResponse({ status: 'ok' }));
  return app;
}
