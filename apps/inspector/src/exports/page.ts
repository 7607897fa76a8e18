/**
 * A recording as one HTML file that needs nothing else: the viewer is inside,
 * and it asks nobody for anything, which its Content-Security-Policy makes sure
 * of. Only the viewer's own script and style may run in it: they are named by
 * their hashes.
 *
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
import type { Recording } from '../recording/exchange.ts';
import { encodeBase64 } from './base64.ts';
import { htmlEncode } from './spelling.ts';

/** @param page the viewer's script and style sheet, as `vite build` made them */
export async function toPage(page: {
  recording: Recording;
  script: string;
  style: string;
}): Promise<string> {
  const script = insideScript(page.script);
  const style = page.style.replace(/\r\n?/g, '\n').replace(/<\/(?=style)/gi, '<\\/');
  const policy = [
    "default-src 'none'",
    `script-src ${await hashSource(script)}`,
    `style-src ${await hashSource(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${htmlEncode(titleOf(page.recording))}</title>
    <link rel="icon" href="data:,">
    <style>${style}</style>
  </head>
  <body>
    <div id="app"></div>
    <noscript>This recording is drawn with JavaScript: switch it on for this page.</noscript>
    <script type="application/json" id="recording">${asData(page.recording)}</script>
    <script>${script}</script>
  </body>
</html>
`;
}

function titleOf({ flows, run }: Recording): string {
  const names = flows.slice(0, 3).map(({ name }) => name);
  const more = flows.length > names.length ? ' and more' : '';
  return `${names.join(', ') || run}${more}: Four Roles`;
}

/** JSON in which nothing can be taken for a tag. */
function asData(recording: Recording): string {
  return JSON.stringify(recording).replaceAll('<', '\\u003c');
}

/**
 * A script that its element cannot be ended by. Both can stand in a program
 * only within a string, a template or a regular expression, where `\x3C` is `<`.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
function insideScript(script: string): string {
  // The HTML parser would change line ends, and with them the hash.
  return script.replace(/\r\n?/g, '\n').replace(/<(?=\/script|!--)/gi, '\\x3C');
}

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = String.fromCharCode(...new Uint8Array(digest));
  return `'sha256-${encodeBase64(bytes)}'`;
}
