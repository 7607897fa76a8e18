/**
 * GET /viewer.js, GET /viewer.css
 *
 * The viewer, as `vite build` made it.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: text/javascript; charset=utf-8
 */
import type { Handler } from 'hono';
import type { Viewer } from '../viewer-build.ts';

export function viewerScript({ script }: Viewer): Handler {
  const headers = { 'Content-Type': 'text/javascript; charset=utf-8' };
  return (c) => c.body(script, 200, headers);
}

export function viewerStyle({ style }: Viewer): Handler {
  const headers = { 'Content-Type': 'text/css; charset=utf-8' };
  return (c) => c.body(style, 200, headers);
}
