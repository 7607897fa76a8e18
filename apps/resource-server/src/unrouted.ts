/**
 * Where no endpoint answers: there is no such path, or not with this method.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Context, Hono } from 'hono';

export function unrouted(app: Hono) {
  return function unrouted(c: Context): never {
    const { method, path } = c.req;
    const known = ['GET', 'POST'].filter((other) => hasEndpoint(app, other, path));
    if (known.length === 0) {
      throw new OAuthError('not_found', `There is no ${method} ${path} here.`);
    }
    // Hono answers HEAD wherever it answers GET, and OPTIONS is answered everywhere.
    const methods = known.flatMap((other) => (other === 'GET' ? ['GET', 'HEAD'] : other));
    c.set('allow', [...methods, 'OPTIONS'].join(', '));
    throw new OAuthError('method_not_allowed', `${path} does not know ${method}.`);
  };
}

/** Middleware is there for all methods; an endpoint is there for its own. */
function hasEndpoint(app: Hono, method: string, path: string): boolean {
  const [matches] = app.router.match(method, path);
  return matches.some(([[, route]]) => route.method === method);
}
