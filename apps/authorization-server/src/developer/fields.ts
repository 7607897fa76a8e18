/**
 * The fields of the console's forms. Each has its label, its hint, and beside
 * it what was wrong with what was typed, which stands in it still.
 *
 * @see https://www.w3.org/WAI/tutorials/forms/notifications/
 */
import type { OAuthError } from '@four-roles/protocol/oauth-error';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';

export type Field = {
  /** Of the form field; its id as well. */
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** Why the value was refused. */
  refusal?: OAuthError | undefined;
};

export function textField(field: Field, type: 'text' | 'url' | 'number' = 'text'): Html {
  return html`<div class="field">
    ${above(field)}
    <input id="${field.name}" name="${field.name}" type="${type}" value="${field.value}" ${described(field)} />
  </div>`;
}

/** @param rows how many lines of it are seen at once */
export function textArea(field: Field, rows: number): Html {
  return html`<div class="field">
    ${above(field)}
    <textarea id="${field.name}" name="${field.name}" rows="${rows}" spellcheck="false" ${described(field)}>
${field.value}</textarea>
  </div>`;
}

export type Choice = { value: string; label: Html | string; hint?: string };

/** One of several. */
export function radioGroup(field: Field, choices: Choice[]): Html {
  return html`<fieldset class="field" id="${field.name}" ${described(field)}>
    <legend>${field.label} <code class="member">${field.name}</code></legend>
    ${notes(field)}
    ${choices.map((choice) => radio(field, choice))}
  </fieldset>`;
}

function radio(field: Field, { value, label, hint }: Choice): Html {
  return html`<label class="choice">
    <input type="radio" name="${field.name}" value="${value}" ${value === field.value ? 'checked' : ''} />
    <span>${label}${hint && html`<small>${hint}</small>`}</span>
  </label>`;
}

function above(field: Field): Html {
  return html`<label for="${field.name}">${field.label}</label>
    <code class="member">${field.name}</code>
    ${notes(field)}`;
}

/** What stands between a label and its field. */
export function notes({ name, hint, refusal }: Omit<Field, 'value'>): Html {
  return html`
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${refusal && html`<p class="error" id="${name}-error">${explained(refusal)}</p>`}`;
}

/** What the rule demands, what to do, and where it is written. */
function explained({ rule, message }: OAuthError): Html {
  if (!rule) return html`${message}`;
  const { says, fix, spec } = rule;
  return html`<strong>${says}</strong> ${fix} <a href="${specificationLink(spec)}">${spec}</a>`;
}

/** Ties a field to its notes, for whoever does not see that they stand beside it. */
export function described({ name, hint, refusal }: Omit<Field, 'value'>): Html {
  const by = [hint && `${name}-hint`, refusal && `${name}-error`].filter(Boolean);
  return html`${by.length > 0 ? html`aria-describedby="${by.join(' ')}"` : ''}
    ${refusal ? html`aria-invalid="true"` : ''}`;
}
