/**
 * What the inspector's answers tell a browser: nothing of it is framed,
 * embedded or kept, and its page runs its own script and no other. What the
 * wiretap saw comes from anywhere: text in it stays text.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  // The page opens the client beside itself.
  crossOriginOpenerPolicy: 'same-origin-allow-popups',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

/** Secrets are in it, and a page that is loaded anew wants the viewer that was built last. */
export const neverStored: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
};
