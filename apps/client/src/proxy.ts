/**
 * What comes before every page: one host name, and the headers that keep other
 * sites out.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { randomValue } from '@four-roles/protocol/random-value';
import { check, type Verdict } from '@four-roles/protocol/rule';
import { hostIsOurs, mayBeRedirected } from '@four-roles/runtime/canonical-host';
import { strictTransportSecurity } from '@four-roles/runtime/strict-transport';
import { type NextRequest, NextResponse } from 'next/server';
import { development, issuer, origin, resourceServer } from './config.ts';
import { inLab, withTrace } from './lab.ts';

const canonical = new URL(origin).hostname;
const strictTransport = strictTransportSecurity(origin);

export function proxy(request: NextRequest): Response {
  const response = answer(request);
  if (strictTransport) {
    response.headers.set('Strict-Transport-Security', strictTransport);
  }
  return response;
}

function answer(request: NextRequest): Response {
  const verdicts: Verdict[] = [];
  try {
    const refused = inLab(() => otherHost(request), verdicts) ?? unreadable(request);
    return refused ?? withHeaders(request);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const refusal = new Response(`${error.message}\n`, { status: error.status });
    return withTrace(refusal, verdicts);
  }
}

/**
 * Cookies tell 127.0.0.1 from localhost, so who opens one in the first tab and
 * the other in the second loses a session; and a name that is not ours may be
 * somebody's DNS pointing at this machine.
 */
function otherHost(request: NextRequest): Response | undefined {
  const { pathname, search } = request.nextUrl;
  const host = `http://${request.headers.get('Host')}`;
  const hostname = URL.canParse(host) ? new URL(host).hostname : '';
  if (mayBeRedirected(request.method, hostname) && hostname !== canonical) {
    // A redirect from here would lose its host: Next.js takes 127.0.0.1 and localhost for one.
    const headers = new Headers({ 'X-Asked-For': `${pathname}${search}` });
    const url = new URL('/other-host', request.url);
    return NextResponse.rewrite(url, { request: { headers } });
  }
  check(hostIsOurs, hostname === canonical, { expected: canonical, received: hostname });
  return undefined;
}

/** Next.js answers 500 where a path is percent-encoded wrongly, such as `/inbox/%`. */
function unreadable(request: NextRequest): Response | undefined {
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return undefined;
  } catch {
    const headers = {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    };
    const sentence = 'This address cannot be read: it is percent-encoded wrongly.\n';
    return new Response(sentence, { status: 400, headers });
  }
}

function withHeaders(request: NextRequest): Response {
  const nonce = randomValue();
  const policy = contentSecurityPolicy(nonce);

  // Next.js reads the nonce from here, and gives it to its own scripts.
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });

  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  // Not `no-referrer`: with it a browser hides the Origin of our own forms from us.
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const scripts = development ? `'nonce-${nonce}' 'unsafe-eval'` : `'nonce-${nonce}'`;
  const styles = development ? "'self' 'unsafe-inline'" : "'self'";
  const connections = development ? "'self' ws:" : "'self'";
  return [
    "default-src 'none'",
    `script-src 'strict-dynamic' ${scripts}`,
    `style-src ${styles}`,
    `img-src 'self' ${resourceServer}`,
    `connect-src ${connections}`,
    "font-src 'self'",
    // A form that is answered with a redirect may lead to the authorization server.
    `form-action 'self' ${issuer}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  // Everything but the built scripts and styles, which are the same for everybody.
  matcher: '/((?!_next/static|icon.svg).*)',
};
