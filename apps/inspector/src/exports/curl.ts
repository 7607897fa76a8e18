/**
 * One request as a curl command for a POSIX shell, to be sent again from a
 * terminal. It says that curl sends it: the User-Agent, by which the inspector
 * tells the roles apart, is left out.
 *
 * @see https://curl.se/docs/manpage.html
 */
import { headerOf } from '../explain/message.ts';
import type { Body, Exchange, RawHeaders, RoleName } from '../recording/exchange.ts';
import { encodeBase64, fromBytes, toBytes } from './base64.ts';

/** @param origins the public ones */
export function toCurl(
  { to, request: { method, target, headers, body } }: Exchange,
  origins: Record<RoleName, string>,
): string {
  const hasBody = body.text !== '';
  // A NUL cannot stand in an argument, and a terminal obeys others, such as Ctrl-C, when
  // they are pasted: what is no plain text comes from a pipe.
  const isPiped = body.encoding === 'base64' || control.test(body.text);
  const curl = ['curl -i', ...options(method, target, hasBody)].join(' ');
  const command = [
    `${isPiped ? pipe(body) : ''}${curl} ${onLine(addressOf(origins[to], target))}`,
    ...headerLines(headers, hasBody).map((line) => `-H ${onLine(line)}`),
    ...(isPiped ? ['--data-binary @-'] : []),
    // Not --data-binary: that would take a body that begins with @ for a file's name.
    ...(hasBody && !isPiped ? [`--data-raw ${quoted(body.text)}`] : []),
  ].join(' \\\n  ');
  return `${note(body)}${command}\n`;
}

/** Whatever stands in the request line, it is sent to the role. */
function addressOf(origin: string, target: string): string {
  return target.startsWith('/') ? origin + target : `${origin}/${target}`;
}

/** All but tabs and the ends of lines. */
const control = /[\p{Cc}--[\t\r\n]]/v;

/** HTTP has no control characters in a head; a file of a stranger may. */
function onLine(text: string): string {
  return quoted(text.replace(/[\p{Cc}--\t]/gv, ''));
}

/** A string in single quotes, in which nothing but a single quote means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function options(method: string, target: string, hasBody: boolean): string[] {
  const usual = hasBody ? 'POST' : 'GET';
  return [
    ...(method === 'HEAD' ? ['--head'] : method === usual ? [] : ['-X', onLine(method)]),
    ...(/[[\]{}]/.test(target) ? ['--globoff'] : []),
    ...(/\/\.\.?(?=[/?]|$)/.test(target) ? ['--path-as-is'] : []),
  ];
}

/** What curl works out itself, what is for one connection only, and what makes an answer illegible. */
const leftOut =
  /^(host|user-agent|connection|keep-alive|upgrade|te|transfer-encoding|content-length|content-encoding|accept-encoding|expect)$/i;

function headerLines(headers: RawHeaders, hasBody: boolean): string[] {
  const sent = headers
    .filter(([name]) => !leftOut.test(name))
    .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${asText(value)}`));
  // curl adds these unless it is told not to, by a name without a value.
  const added = ['Accept', ...(hasBody ? ['Content-Type'] : [])];
  const unwanted = added.filter((name) => headerOf(headers, name) === undefined);
  return [...sent, ...unwanted.map((name) => `${name}:`)];
}

/** Node.js reads a header byte by byte; a terminal writes UTF-8. */
function asText(value: string): string {
  const text = /^[\0-\xff]*$/.test(value) ? fromBytes(value) : value;
  return text.includes('\ufffd') ? value : text;
}

function pipe({ text, encoding }: Body): string {
  const encoded = encoding === 'base64' ? text : encodeBase64(toBytes(text));
  return `printf %s ${quoted(encoded)} | base64 -d | `;
}

function note({ cut, omitted, size }: Body): string {
  if (cut) return `# Only the beginning of the body was kept; it had ${size} bytes.\n`;
  return omitted ? `# The body, ${size} bytes, is not here.\n` : '';
}
