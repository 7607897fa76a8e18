import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { ProtectedResource } from '../../resources.ts';
import type { Refusals } from '../error-summary.ts';
import { radioGroup, textField } from '../fields.ts';
import { scopeChoice } from '../scope-choice.ts';
import { lifetimes, mostRegistrations } from './judge-initial-access-token.ts';

/** What is in the form before anybody typed. */
export const untouched = new URLSearchParams({ registrations: '1', lifetime: 'hour' });

/** The form for an initial access token, with what was typed in it before. */
export function initialAccessTokenForm(
  resources: ProtectedResource[],
  typed: URLSearchParams,
  refusals: Refusals,
): Html {
  const field = (name: string, label: string) => ({
    name,
    label,
    value: typed.get(name) ?? '',
    refusal: refusals.get(name),
  });
  return html`<form method="post" action="/developer/initial-access-tokens">
      ${scopeChoice(field('scope', 'Scopes that it may give'), resources, typed.getAll('scope'))}
      ${textField({ ...field('registrations', 'How many applications may be registered with it'), hint: `From 1 to ${mostRegistrations}.` }, 'number')}
      ${radioGroup(field('lifetime', 'How long it can be used'), lifetimes)}
      <button type="submit" class="primary">Make an initial access token</button>
    </form>`;
}
