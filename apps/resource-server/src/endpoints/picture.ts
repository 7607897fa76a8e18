/**
 * GET /pictures/:name
 *
 * The picture of a person. It needs no token, because an <img> cannot send one.
 *
 *     GET /pictures/ada.svg
 *
 *     200 OK
 *     Content-Type: image/svg+xml
 *     Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox
 */
import { readFileSync } from 'node:fs';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Context } from 'hono';
import { crossOriginHeaders } from '../json-response.ts';

const pictures = new Map(
  ['ada.svg', 'grace.svg'].map((name) => [
    name,
    readFileSync(new URL(`../pictures/${name}`, import.meta.url), 'utf8'),
  ]),
);

export function picture(c: Context) {
  const svg = pictures.get(c.req.param('name') ?? '');
  if (svg === undefined) throw new OAuthError('not_found', 'There is no such picture.');
  // An SVG that is opened by itself is a document, and could run scripts: not this one.
  return c.body(svg, 200, {
    'Content-Type': 'image/svg+xml',
    'Cache-Control': 'public, max-age=3600',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ...crossOriginHeaders,
  });
}
