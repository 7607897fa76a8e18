/** GET /user/userinfo behind Hono: jose alone verifies every token, and nothing is remembered. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { settings } from './settings.ts';

const keySet = createLocalJWKSet(JSON.parse(settings.keySet));
const answer = JSON.parse(settings.answer);
const app = new Hono();

app.get('/user/userinfo', async (c) => {
  const token = c.req.header('authorization')?.slice('Bearer '.length) ?? '';
  await jwtVerify(token, keySet, {
    issuer: settings.issuer,
    audience: settings.audience,
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });
  return c.json(answer);
});

serve({ fetch: app.fetch, port: settings.port, hostname: '127.0.0.1' });
