/** oidc-provider with its own in-memory adapter and JWT access tokens. */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { configuration } from './oidc-provider-configuration.ts';
import { settings } from './settings.ts';

const provider = new Provider(settings.origin, configuration('jwt'));
createServer(provider.callback()).listen(settings.port, '127.0.0.1');
