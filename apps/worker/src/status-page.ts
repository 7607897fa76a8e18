/**
 * GET /
 *
 * What the worker did: its last runs, and how few tokens they took.
 */
import { html } from 'hono/html';
import type { RunReport } from './runs.ts';

/** @param reports the newest first */
export function statusPage(reports: RunReport[]) {
  const tokens = sum(reports.map((report) => report.tokens_requested));
  const calls = sum(reports.map((report) => report.calls_served));
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
        Nightly shows Acorn its own client_id and client_secret, gets a token for one
        resource and a few scopes, and uses it until it is about to expire.
      </p>
      <dl>
        <div><dt>tokens asked for</dt><dd>${tokens}</dd></div>
        <div><dt>calls they served</dt><dd>${calls}</dd></div>
      </dl>
      <form method="post" action="/runs"><button>Run now</button></form>
      <h2>Last runs</h2>
      ${reports.length === 0 ? html`<p>None has finished yet.</p>` : table(reports)}
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

/** `2026-11-22T17:02:29.000Z` -> `2026-11-22 17:02:29 UTC` */
function shownTime(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
