/**
 * Who the worker is to the authorization server, on its status page.
 */
import { html } from 'hono/html';
import type { Standing } from './registration/standing.ts';
import type { RunReport } from './runs.ts';
import { shownTime } from './shown-time.ts';

const words = {
  registered: 'Registered at Acorn',
  unregistered: 'Waiting: not registered',
  refused: 'Waiting: refused by Acorn',
  deleted: 'Stopped asking: deleted at Acorn',
};

const whatNext = {
  registered: '',
  unregistered: 'The file or the setting with the token is looked for before each run.',
  refused: 'Each run asks once more: a client that is resumed works again by itself.',
  deleted: 'The file or the setting with the token is looked for before each run.',
};

const methods = {
  client_secret_basic: 'client_secret_basic (a secret that both sides know)',
  private_key_jwt: 'private_key_jwt (a signature; the key stays here)',
};

/** @param lastRun where none of its jobs was done, being registered is not enough */
export function standingSection(
  { state, reason, client, saved }: Standing,
  lastRun?: RunReport,
) {
  const jobs = lastRun?.jobs ?? [];
  const nothingDone = jobs.length > 0 && jobs.every(({ ok }) => !ok);
  const inTrouble = state !== 'registered' || nothingDone ? ' trouble' : '';
  return html`<h2>Who it is</h2>
<div class="card who">
  <p class="state${inTrouble}">${words[state]}</p>
  ${reason ? html`<p>${reason}. ${whatNext[state]}</p>` : ''}
  ${nothingDone ? html`<p>No job of its last run was done: see below.</p>` : ''}
  ${client ? facts(client) : ''}
  ${saved ? '' : html`<p>Its credentials could not be saved: they are in memory only.</p>`}
</div>`;
}

function facts(client: NonNullable<Standing['client']>) {
  const since = client.registered_at;
  return html`<dl>
    <div><dt>client_id</dt><dd>${client.client_id}</dd></div>
    <div><dt>proves itself with</dt><dd>${methods[client.token_endpoint_auth_method]}</dd></div>
    ${since ? html`<div><dt>registered since</dt><dd><time datetime="${since}">${shownTime(since)}</time></dd></div>` : ''}
  </dl>`;
}
