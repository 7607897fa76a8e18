/**
 * What all pages of the console have in common: the way to the other pages,
 * and who is signed in.
 */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Html, type Page, renderPage } from '../resource-owner/page.ts';
import { developerOf } from './developer.ts';

type Place = { path: string; name: string; forOperators?: true };

const places: Place[] = [
  { path: '/developer', name: 'Applications' },
  { path: '/developer/tokens', name: 'Tokens' },
  { path: '/developer/initial-access-tokens', name: 'Initial access tokens' },
  { path: '/developer/audit', name: 'Security events' },
  { path: '/developer/keys', name: 'Signing keys', forOperators: true },
];

export function consolePage(c: Context, page: Omit<Page, 'navigation'>) {
  return renderPage(c, { ...page, navigation: navigation(c) });
}

function navigation(c: Context): Html {
  const { username, isOperator } = developerOf(c);
  const here = placeOf(c.req.path);
  return html`<nav class="places" aria-label="Developer console">
    <ul>
      ${places
        .filter(({ forOperators }) => isOperator || !forOperators)
        .map(
          ({ path, name }) =>
            html`<li><a href="${path}" ${path === here ? html`aria-current="page"` : ''}>${name}</a></li>`,
        )}
    </ul>
    <p>Signed in as <strong>${username}</strong>. <a href="/account">Account</a> <a href="/logout">Sign out</a></p>
  </nav>`;
}

/** The pages of one application belong to the list of all of them. */
function placeOf(path: string): string {
  return places.findLast((place) => path.startsWith(place.path))?.path ?? '';
}
