/**
 * What all pages of this server have in common: no script (but for one button
 * on pages that say so), no content from elsewhere, no frame around it, no copy
 * in a cache, and the name of the role in the header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.16
 */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Page = {
  title: string;
  main: Html;
  status?: 200 | 400 | 401 | 403 | 404 | 413 | 421 | 429 | 500 | 503;
  /** Where a form on this page may lead, through a redirect, besides this server. */
  formLeadsTo?: string | undefined;
  /** A page of the developer console: wide, with the way to its other pages. */
  navigation?: Html;
  /** The path of a script of this server, for what the page can do without. */
  script?: string;
};

export function renderPage(c: Context, page: Page): Response | Promise<Response> {
  const formAction = ["'self'", origin(page.formLeadsTo)].filter(Boolean).join(' ');
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; ${page.script ? "script-src 'self'; " : ''}` +
      `style-src 'self'; img-src 'self'; base-uri 'none'; ` +
      `form-action ${formAction}; frame-ancestors 'none'`,
  );
  c.header('X-Frame-Options', 'DENY');
  c.header('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: with it, browsers send `Origin: null` with our own forms.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
  return c.html(layout(page), page.status ?? 200);
}

function layout(page: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · Acorn accounts</title>
        <link rel="stylesheet" href="/style.css" />
        ${page.navigation && html`<link rel="stylesheet" href="/console.css" />`}
        ${page.script && html`<script src="${page.script}" type="module"></script>`}
        <link rel="icon" href="/acorn.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <a class="brand" href="/"><img src="/acorn.svg" alt="" width="28" height="28" />Acorn accounts</a>
          <span class="role">Authorization server</span>
        </header>
        ${page.navigation}
        <main class="${page.navigation ? 'console' : ''}">${page.main}</main>
      </body>
    </html>`;
}

/**
 * For `form-action`: an origin, or the scheme of an app on the device. A client
 * registers it, and a host may have a semicolon in it: what could end the
 * directive and begin another is left out.
 *
 * @see https://www.w3.org/TR/CSP3/#framework-directive-source-list
 */
function origin(uri: string | undefined): string | undefined {
  if (!uri) return undefined;
  const url = new URL(uri);
  const source = url.origin === 'null' ? url.protocol : url.origin;
  return /^[\w.+:/[\]-]+$/.test(source) ? source : undefined;
}
