import { html } from 'hono/html';
import type { Html } from './page.ts';

/**
 * The home page of a client, named by its host: that is what a person
 * recognizes, and what the client cannot dress up. A link only where it leads
 * to a web page; whatever else is registered stands here as text.
 */
export function clientLink(clientUri: string): Html {
  const url = URL.parse(clientUri);
  const isWebPage = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWebPage) return html`${clientUri}`;
  return html`<a href="${clientUri}" rel="noreferrer">${url.host}</a>`;
}
