/**
 * The part of an authorization server that an API needs: its metadata and its
 * key set. The benchmark holds the private key, and signs as many tokens as it
 * wants before a measurement begins.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { settings } from './settings.ts';

const metadata = {
  issuer: settings.origin,
  jwks_uri: `${settings.origin}/jwks`,
  introspection_endpoint: `${settings.origin}/introspect`,
};
const app = new Hono();

app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata));
app.get('/.well-known/openid-configuration', (c) => c.json(metadata));
app.get('/jwks', (c) => c.json(JSON.parse(settings.keySet)));

serve({ fetch: app.fetch, port: settings.port, hostname: '127.0.0.1' });
