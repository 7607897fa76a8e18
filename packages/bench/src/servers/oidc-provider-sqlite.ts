/**
 * oidc-provider with everything it stores in a SQLite file, and one person
 * signed in who agreed earlier.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { person, webClient } from '../workload.ts';
import { configuration } from './oidc-provider-configuration.ts';
import { openSqliteAdapter } from './oidc-provider-sqlite-adapter.ts';
import { settings } from './settings.ts';

const day = 24 * 60 * 60;

const provider = new Provider(settings.origin, {
  ...configuration('jwt'),
  adapter: openSqliteAdapter(`${settings.dataFolder}/oidc-provider.sqlite`),
});

const grant = new provider.Grant({
  accountId: person.sub,
  clientId: webClient.client_id,
});
grant.addOIDCScope(webClient.scope);
grant.addResourceScope(webClient.resource, webClient.scope);
const grantId = await grant.save(day);

const session = new provider.Session({ jti: settings.sessionId });
session.loginAccount({ accountId: person.sub });
session.ensureClientContainer(webClient.client_id);
session.grantIdFor(webClient.client_id, grantId);
await session.save(day);

createServer(provider.callback()).listen(settings.port, '127.0.0.1');
