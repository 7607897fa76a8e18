/**
 * The status page of the worker. It has no part in OAuth: nobody signs in
 * here, and it shows neither secrets nor tokens.
 */

import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { canonicalHost } from '@four-roles/runtime/canonical-host';
import { requestLog } from '@four-roles/runtime/request-log';
import { watchRequests } from '@four-roles/runtime/rule-watch';
import { strictTransport } from '@four-roles/runtime/strict-transport';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Registration } from './registration/registration.ts';
import { runAskedByOwnPage } from './rules/status-page.ts';
import type { Runs } from './runs.ts';
import { statusPage } from './status-page.ts';
import { styles } from './styles.ts';

/**
 * @param origin the public origin of the worker
 * @param watch for development: tell what the rules said, or leave some of them out
 * @param log where the line of each request goes; nowhere unless said
 */
export function createApp(
  origin: string,
  { runs, registration }: { runs: Runs; registration: Pick<Registration, 'standing'> },
  watch: { trace: boolean; off: ReadonlySet<string> } = { trace: false, off: new Set() },
  log?: (line: string) => void,
): Hono {
  const app = new Hono();
  app.use(requestLog('worker', log));
  watchRequests(app, watch);
  app.use(strictTransport(origin));
  app.use(canonicalHost(origin));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // With 'no-referrer' a browser sends `Origin: null` when the button is pressed.
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );

  app.get('/health', (c) => c.json({ status: 'ok' }));
  const status = () => ({
    client: registration.standing(),
    in_all: runs.inAll(),
    runs: runs.last(),
  });
  app.get('/', (c) => c.html(statusPage(status())));
  app.get('/runs', (c) => c.json(status()));
  app.post('/runs', async (c) => {
    const received = c.req.header('Origin');
    check(runAskedByOwnPage, received === origin, { expected: origin, received });
    await runs.run();
    return c.redirect('/', 303);
  });
  app.get('/styles.css', (c) => {
    return c.body(styles, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });

  app.onError((error, c) => {
    if (error instanceof OAuthError) return c.json(error.wire, error.status);
    logUnforeseen(error, `${c.req.method} ${c.req.path}`);
    return c.json({ error: 'server_error' }, 500);
  });
  return app;
}
