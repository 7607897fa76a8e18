/**
 * GET /
 *
 * The viewer's page: one script, one style sheet, and a place for them.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: text/html; charset=utf-8
 */
import type { Handler } from 'hono';

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Four Roles: the inspector</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/viewer.css">
    <script src="/viewer.js" defer></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript>The inspector draws with JavaScript: switch it on for this page.</noscript>
  </body>
</html>
`;

export const page: Handler = (c) => c.html(html);
