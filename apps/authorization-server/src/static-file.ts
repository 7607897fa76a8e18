import { readFileSync } from 'node:fs';
import type { Handler } from 'hono';

/** A file that anybody may have, read once. */
export function staticFile(path: string, type: string): Handler {
  const content = readFileSync(path, 'utf8');
  return (c) =>
    c.body(content, 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    });
}
