import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Verdict } from './verdicts.ts';

/** Who says what about one token. */
export function verdictTable(verdicts: Verdict[]): Html {
  return html`<table class="verdicts">
    <thead>
      <tr>
        <th scope="col">Who judges</th>
        <th scope="col">Verdict now</th>
        <th scope="col">Refuses it, at the latest</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>${verdicts.map(row)}</tbody>
  </table>`;
}

function row({ judge, inForce, accepts, refusesAtTheLatest, why }: Verdict): Html {
  return html`<tr>
    <th scope="row">${judge}${inForce ? html` <span class="tag">in force</span>` : ''}</th>
    <td data-label="Verdict now">${tag(accepts)}</td>
    <td data-label="Refuses it, at the latest">${refusesAtTheLatest}</td>
    <td data-label="Why">${why}</td>
  </tr>`;
}

function tag(accepts: boolean | null): Html {
  if (accepts === null) return html`<span class="tag">cannot tell</span>`;
  return accepts
    ? html`<span class="tag good">accepted</span>`
    : html`<span class="tag bad">refused</span>`;
}
