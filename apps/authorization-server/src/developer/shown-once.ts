/**
 * A secret on its way from the form that made it to the page that shows it:
 * not in the address, not in the database, but for a minute in a cookie of that
 * one page. It is sealed, so that nobody can plant another secret there.
 *
 * `__Secure-` and not `__Host-`: that would be sent to every page of this server.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
import { hkdfSync } from 'node:crypto';
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { developerOf } from './developer.ts';

export type ShownOnce = ReturnType<typeof shownOnce>;

/** Seconds within which the browser follows the redirect. */
const lifetime = 60;

/** @param secret the server's own secret */
export function shownOnce(issuer: string, secret: string, clock: Clock) {
  const secure = issuer.startsWith('https:');
  const name = secure ? '__Secure-acorn_shown_once' : 'acorn_shown_once';
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'shown once', 32));
  const attributesFor = (path: string) =>
    ({ httpOnly: true, sameSite: 'Strict', secure, path }) as const;

  return {
    /** Lead to the page at `path`, which shows the value to this person. */
    async showAt(c: Context, path: string, value: string): Promise<Response> {
      const sealed = await new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setSubject(developerOf(c).subject)
        .setAudience(path)
        .setExpirationTime(seconds(clock) + lifetime)
        .encrypt(key);
      c.header('Cache-Control', 'no-store');
      setCookie(c, name, sealed, { ...attributesFor(path), maxAge: lifetime });
      return c.redirect(path, 303);
    },

    /** The value for this page; `undefined` where it was shown already. */
    async take(c: Context): Promise<string | undefined> {
      const sealed = getCookie(c, name);
      if (!sealed) return undefined;
      const path = c.req.path;
      deleteCookie(c, name, attributesFor(path));
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          subject: developerOf(c).subject,
          audience: path,
          currentDate: new Date(clock.now()),
        });
        return String(payload.value);
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
