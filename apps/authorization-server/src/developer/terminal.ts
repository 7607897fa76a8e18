import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';

/** The command that asks this server for a path. */
export type Curl = (path: string) => string;

/**
 * @param authorityFile the certificate authority that has to be trusted, where
 *   no other program on this machine trusts it
 */
export function curlOf(issuer: string, authorityFile: string | undefined): Curl {
  const quoted = authorityFile?.replaceAll("'", "'\\''");
  const trusting = quoted ? ` --cacert '${quoted}'` : '';
  return (path) => `curl${trusting} ${issuer}${path}`;
}

/**
 * Lines to type in a terminal, in two steps. What is secret is asked for by the
 * first and stands in none: a shell's history would keep it. No line has a
 * comment either, which zsh takes for a part of the command.
 *
 * @param variable what the shell calls the secret
 * @param what what a person calls it: `the secret`
 */
export function terminal(
  title: string,
  variable: string,
  what: string,
  lines: string[],
): Html {
  return html`<h2>${title}</h2>
    <p id="first">In a terminal, type this line, paste ${what}, and press Enter. It is not shown.</p>
    ${box('first', [`read -rs ${variable}`])}
    <p id="then">Then:</p>
    ${box('then', lines)}`;
}

/** Where the lines are too long, the box scrolls. */
function box(label: string, lines: string[]): Html {
  return html`<pre tabindex="0" role="region" aria-labelledby="${label}"><code>${lines.join('\n')}</code></pre>`;
}
