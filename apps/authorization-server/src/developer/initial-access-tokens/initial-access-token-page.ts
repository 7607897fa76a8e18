/**
 * GET /developer/initial-access-tokens/shown
 *
 * An initial access token, the one time that anybody sees it, and how a
 * program uses it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.1
 */
import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import { consolePage } from '../console-page.ts';
import { copied, copyField } from '../copy-field.ts';
import type { ShownOnce } from '../shown-once.ts';
import { type Curl, terminal } from '../terminal.ts';

const list = '/developer/initial-access-tokens';

/** @param curl how this server is asked in a terminal */
export function initialAccessTokenPage(curl: Curl, once: ShownOnce): Handler {
  return async (c) => {
    const token = await once.take(c);
    const main = token ? shown(token, curl) : gone;
    const title = 'A new initial access token';
    return consolePage(c, { title, main, ...(token && { script: '/copy.js' }) });
  };
}

function shown(token: string, curl: Curl): Html {
  return html`<section class="card">
    <h1>A new initial access token</h1>
    <p class="lead">
      Give it to the program that registers itself.
      <strong>It is shown this one time</strong>: Acorn keeps only its hash.
    </p>
    ${copyField('initial_access_token', 'Initial access token', token)}
    ${copied}
    ${terminal('Register with it', 'TOKEN', 'the token', [
      `${curl('/register')} \\`,
      '  -H "Authorization: Bearer $TOKEN" \\',
      "  -H 'Content-Type: application/json' \\",
      `  -d '${exampleMetadata}'`,
    ])}
    <p><a class="button primary" href="${list}">I have put it away</a></p>
  </section>`;
}

/** Of a machine; the type, the grant and the authentication follow from the grant type. */
export const exampleMetadata = JSON.stringify({
  client_name: 'Night shift',
  client_uri: 'https://night-shift.example',
  grant_types: ['client_credentials'],
  scope: 'contacts.read',
});

const gone = html`<section class="card">
  <h1>The token was shown</h1>
  <p class="lead">
    An initial access token is shown once, and that was it. If it is lost, remove it and make
    another.
  </p>
  <p><a class="button primary" href="${list}">Initial access tokens</a></p>
</section>`;
