/**
 * GET /
 *
 * For someone who opens this origin in a browser: which role this is, and what
 * it answers to.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { allResources } from '../resources.ts';

/** Method and path, the scope it needs, what it is. */
const endpoints = [
  ['GET /user/userinfo', 'openid', 'who signed in: name, picture, email'],
  ['GET /user/messages', 'mail.read', 'the mail of a person'],
  ['GET /user/messages/:id', 'mail.read', 'one message'],
  ['POST /user/messages', 'mail.send', 'send a message'],
  ['GET /business/contacts', 'contacts.read', 'the contacts of the business'],
  ['POST /business/contacts', 'contacts.write', 'add a contact'],
  ['GET /business/payments', 'payments.read', 'the payments of the calling client'],
  ['POST /business/payments', 'payments.create', 'pay, once for each Idempotency-Key'],
  ['GET /business/payments/:id', 'payments.read', 'one payment'],
  ['GET /token-verdicts', 'any', 'the token that is shown, as each mode judges it'],
  [
    'ANY /gateway/*',
    'gateway.call',
    'forwarded to an upstream that never sees the token',
  ],
] as const;

const metadata = allResources.map(
  ({ path }) => `/.well-known/oauth-protected-resource${path}`,
);

const style = `
:root { color-scheme: light dark; --ink: #16261c; --paper: #f6faf7; --line: #cfe0d5; --link: #14532d }
body { margin: 0; font: 1.125rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
header { padding: 2rem max(1.5rem, calc(50vw - 30rem)); color: #fff; background: #1c6b3c }
header p { margin: 0; font-weight: 600 }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2 }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
table { width: 100%; border-collapse: collapse }
th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line) }
code { font-size: 1rem; overflow-wrap: anywhere }
a { color: var(--link) }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4efe7; --paper: #0f1712; --line: #2c4234; --link: #8fd6a8 }
}
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%) }
  tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line) }
  td { display: block; padding: 0; border: 0 }
  ul { padding-left: 1.25rem }
}
`;

/** The one style sheet, by its hash; nothing else is loaded, and nobody frames this page. */
export const homeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: [`'sha256-${createHash('sha256').update(style).digest('base64')}'`],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

export function home(issuer: string) {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Acorn APIs: the resource server</title>
<style>${raw(style)}</style>
</head>
<body>
<header><p>Resource server</p><h1>Acorn APIs</h1></header>
<main>
<p>This server holds the data: profiles, mail, contacts, payments. It shows none of it without
a valid access token, and it sees no password: tokens come from the authorization server at
<a href="${issuer}">${issuer}</a>.</p>
<h2>Endpoints</h2>
<table>
<thead><tr><th scope="col">Request</th><th scope="col">Scope</th><th scope="col">What</th></tr></thead>
<tbody>${endpoints.map(
    ([request, scope, what]) =>
      html`<tr><td><code>${request}</code></td><td><code>${scope}</code></td><td>${what}</td></tr>`,
  )}</tbody>
</table>
<h2>Open to everybody</h2>
<ul>${['/health', ...metadata].map((path) => html`<li><a href="${path}"><code>${path}</code></a></li>`)}</ul>
</main>
</body>
</html>`;
  return function home(c: Context) {
    return c.html(page);
  };
}
