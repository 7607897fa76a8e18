import { OAuthError } from '@four-roles/protocol/oauth-error';
import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';

/** What was wrong with a form: the name of a field, and why its value was refused. */
export type Refusals = Map<string, OAuthError>;

/** Judge one field; where it is refused, remember why, and go on with the next. */
export async function judgeField<T>(
  refusals: Refusals,
  name: string,
  judge: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await judge();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    refusals.set(name, error);
    return undefined;
  }
}

/**
 * What is wrong, all of it, before the form: read first, by whatever reads the
 * page, and leading to each of the fields.
 *
 * @param outcome what it means for the rest of the form
 */
export function errorSummary(
  refusals: Refusals,
  outcome = 'Nothing was saved.',
): Html | '' {
  if (refusals.size === 0) return '';
  return html`<div class="alert" role="alert" tabindex="-1" autofocus>
    <p><strong>${refusals.size === 1 ? 'One thing has' : `${refusals.size} things have`} to be corrected.</strong> ${outcome}</p>
    <ul>
      ${[...refusals].map(([name, { rule, message }]) => html`<li><a href="#${name}">${rule?.fix ?? message}</a></li>`)}
    </ul>
  </div>`;
}
