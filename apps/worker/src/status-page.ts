/**
 * GET /
 *
 * Who the worker is, what it did, and how few tokens that took.
 */
import { html } from 'hono/html';
import type { Standing } from './registration/standing.ts';
import type { Counts, RunReport } from './runs.ts';
import { shownTime } from './shown-time.ts';
import { standingSection } from './standing-section.ts';

export type Status = {
  client: Standing;
  /** Since the worker started. */
  in_all: Counts;
  /** The newest first. */
  runs: RunReport[];
};

export function statusPage({ client, in_all, runs }: Status) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Nightly</title>
    <link rel="stylesheet" href="/styles.css">
  </head>
  <body>
    <header>
      <p class="name">Nightly</p>
      <p class="role">Client (server-to-server)</p>
    </header>
    <main>
      <h1>No person is signed in here</h1>
      <p>
        Nightly proves to Acorn which client it is, gets a token for one resource and a few
        scopes, and uses it until it is about to expire.
      </p>
      ${standingSection(client, runs[0])}
      <h2>Tokens and calls</h2>
      <dl class="counts">
        <div><dt>tokens asked for</dt><dd>${in_all.tokens_requested}</dd></div>
        <div><dt>calls they served</dt><dd>${in_all.calls_served}</dd></div>
      </dl>
      <form method="post" action="/runs"><button>Run now</button></form>
      <h2>Last runs</h2>
      ${runs.length === 0 ? html`<p>None has finished yet.</p>` : table(runs)}
      <p>The same as JSON: <a href="/runs">/runs</a></p>
    </main>
  </body>
</html>`;
}

function table(reports: RunReport[]) {
  return html`<div class="card">
  <table>
    <thead>
      <tr>
        <th scope="col">Started</th><th scope="col">Jobs</th>
        <th scope="col">Tokens</th><th scope="col">Calls</th>
      </tr>
    </thead>
    <tbody>${reports.map(row)}</tbody>
  </table>
</div>`;
}

function row(report: RunReport) {
  return html`<tr>
    <td><time datetime="${report.started_at}">${shownTime(report.started_at)}</time></td>
    <td><ul>${report.jobs.map(
      (job) => html`<li class="${job.ok ? 'done' : 'failed'}">
        <strong>${job.name}</strong> ${job.line}
      </li>`,
    )}</ul></td>
    <td class="number" data-label="Tokens">${report.tokens_requested}</td>
    <td class="number" data-label="Calls">${report.calls_served}</td>
  </tr>`;
}
