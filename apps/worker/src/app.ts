/**
 * The status page of the worker. It has no part in OAuth: nobody signs in
 * here, and it shows neither secrets nor tokens.
 */

import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check, watchRules } from '@four-roles/protocol/rule';
import { canonicalHost } from '@four-roles/runtime/canonical-host';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { runAskedByOwnPage } from './rules/status-page.ts';
import type { Runs } from './runs.ts';
import { statusPage } from './status-page.ts';
import { styles } from './styles.ts';

/**
 * @param origin the public origin of the worker
 * @param rulesOff for a lab: the ids of rules that are switched off
 */
export function createApp(
  origin: string,
  runs: Runs,
  rulesOff: ReadonlySet<string> = new Set(),
): Hono {
  const app = new Hono();
  if (rulesOff.size > 0) app.use((_, next) => watchRules({ off: rulesOff }, next));
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
  app.get('/', (c) => c.html(statusPage(runs.last())));
  app.get('/runs', (c) => c.json({ runs: runs.last() }));
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
