/** GET /user/userinfo behind Hono, for everybody: nothing is checked. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { settings } from './settings.ts';

const answer = JSON.parse(settings.answer);
const app = new Hono();

app.get('/user/userinfo', (c) => c.json(answer));

serve({ fetch: app.fetch, port: settings.port, hostname: '127.0.0.1' });
