/**
 * The fields in which a person describes an application: those that its type
 * has. They are named like the members of the metadata that they become.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */
import { html } from 'hono/html';
import type { ApplicationType } from '../../registration/application-type.ts';
import type { Html } from '../../resource-owner/page.ts';
import { type ProtectedResource, requiredScope } from '../../resources.ts';
import type { Refusals } from '../error-summary.ts';
import { textArea, textField } from '../fields.ts';
import { scopeChoice } from '../scope-choice.ts';
import { authenticationFields } from './authentication-fields.ts';

/** @param typed what is in the fields */
export function applicationFields(
  type: ApplicationType,
  resources: ProtectedResource[],
  typed: URLSearchParams,
  refusals: Refusals,
): Html {
  const field = (name: string, label: string, hint?: string) => ({
    ...{ name, label, value: typed.get(name) ?? '', refusal: refusals.get(name) },
    ...(hint && { hint }),
  });
  const ticked = typed.getAll('scope');
  const offered = resources.filter((one) => fits(one, type, ticked));
  return html`
    <input type="hidden" name="application_type" value="${type}" />
    ${textField(field('client_name', 'Name', 'People decide by it whom they let in.'))}
    ${textField(field('client_uri', 'Home page', 'Where people read what it is: https://app.example'))}
    ${textArea(field('description', 'Description', 'What it does, in a sentence or two. May stay empty.'), 2)}
    ${type === 'service' ? '' : textArea(field('redirect_uris', 'Redirect URIs', redirectHint[type]), 3)}
    ${authenticationFields(type, field)}
    ${scopeChoice(field('scope', 'What it may ask for', scopeHint), offered, ticked)}`;
}

const redirectHint = {
  web: 'Where people come back to, one address on each line, compared character by character: https://app.example/callback',
  browser:
    'Where people come back to, one address on each line, compared character by character: https://app.example/callback',
  native:
    'Where people come back to, one address on each line: http://127.0.0.1/callback (any port), https://app.example/callback or com.example.app:/callback',
};

const scopeHint = 'The fewer, the less is lost with it.';

/** A machine has no name, no picture and no mail; people have no business data. */
function fits(
  { scopes }: ProtectedResource,
  type: ApplicationType,
  ticked: string[],
): boolean {
  const ofPeople = Object.hasOwn(scopes, requiredScope);
  return (
    ofPeople !== (type === 'service') || ticked.some((one) => Object.hasOwn(scopes, one))
  );
}
