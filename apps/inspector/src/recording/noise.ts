/**
 * What is no message between the roles: style sheets, pictures and scripts of a
 * page, health checks, what Next.js sends while somebody works on the client,
 * and what a browser fetches ahead of time. It is passed on and recorded like
 * everything else, and left out of the diagram unless asked for.
 *
 * A CORS preflight is no noise: that a browser asks first, and what it is told,
 * belongs to what happens.
 */
import { headerOf } from '../explain/message.ts';
import type { RawHeaders } from './exchange.ts';

const asset =
  /\.(css|js|mjs|map|svg|ico|png|jpe?g|gif|webp|avif|woff2?|ttf|webmanifest)$/i;

const noisyPaths = [
  // Next.js: built files, its dev tools, its reload.
  /^\/_next\//,
  /^\/__nextjs/,
  /^\/health$/,
  // Chromium, with its developer tools open.
  /^\/\.well-known\/appspecific\//,
];

/** @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header */
const noisyDestinations = /^(audio|font|image|manifest|script|style|track|video)$/;

/** Next.js, fetching ahead of a click or after a change of the code. */
const noisyHeaders = [
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-hmr-refresh',
  'x-middleware-prefetch',
];

export function isNoise(request: {
  method: string;
  target: string;
  headers: RawHeaders;
}): boolean {
  const { method, target, headers } = request;
  if (headerOf(headers, 'upgrade')?.toLowerCase() === 'websocket') return true;
  const [path = ''] = target.split('?');
  if (noisyPaths.some((noisy) => noisy.test(path))) return true;
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (asset.test(path)) return true;
  if (noisyDestinations.test(headerOf(headers, 'sec-fetch-dest') ?? '')) return true;
  if (noisyHeaders.some((name) => headerOf(headers, name) !== undefined)) return true;
  return ['purpose', 'sec-purpose'].some((name) =>
    headerOf(headers, name)?.toLowerCase().startsWith('prefetch'),
  );
}
