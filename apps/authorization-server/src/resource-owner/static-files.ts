/** The style sheets, the picture and the one script of the pages, read once. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Handler } from 'hono';

export const styleSheet = file('style.css', 'text/css; charset=utf-8');
export const consoleStyleSheet = file(
  '../developer/console.css',
  'text/css; charset=utf-8',
);
export const copyScript = file('../developer/copy.js', 'text/javascript; charset=utf-8');
export const picture = file('acorn.svg', 'image/svg+xml');

function file(name: string, type: string): Handler {
  const content = readFileSync(resolve(import.meta.dirname, name), 'utf8');
  return (c) =>
    c.body(content, 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    });
}
