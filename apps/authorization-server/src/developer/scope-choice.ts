import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';
import type { ProtectedResource } from '../resources.ts';
import { described, type Field, notes } from './fields.ts';

/** The scopes on offer, in words, each under the protected resource that it is for. */
export function scopeChoice(
  field: Omit<Field, 'value'>,
  resources: ProtectedResource[],
  ticked: string[],
): Html {
  return html`<fieldset class="field" id="${field.name}" ${described(field)}>
    <legend>${field.label} <code class="member">${field.name}</code></legend>
    ${notes(field)}
    ${resources.map(
      ({ resource, scopes }) => html`<p class="resource">At <code>${resource}</code></p>
        <div class="columns">${Object.entries(scopes).map(
          ([scope, says]) => html`<label class="choice">
            <input type="checkbox" name="${field.name}" value="${scope}" ${ticked.includes(scope) ? 'checked' : ''} />
            <span>${says}<small><code>${scope}</code></small></span>
          </label>`,
        )}</div>`,
    )}
  </fieldset>`;
}
