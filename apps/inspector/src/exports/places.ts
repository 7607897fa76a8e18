/**
 * Every value with a name that an exchange carries, wherever it stands: in the
 * query, in a form or a JSON body, in the headers and cookies, in the address
 * that a redirect leads to, in the hidden and the read-only fields of a page.
 */
import { nameAndValue } from '../explain/cookie-pair.ts';
import { headerOf } from '../explain/message.ts';
import { fieldsOfTraceparent } from '../explain/traceparent-fields.ts';
import type { Body, Exchange, RawHeaders, Side } from '../recording/exchange.ts';
import { decodeBase64 } from './base64.ts';
import { credentialsIn } from './credentials.ts';
import { formDecode, htmlDecode } from './spelling.ts';

export type Place = {
  /** What the parameter, the member or the cookie is called there. */
  name: string;
  value: string;
  /** As it is written there, before anything was decoded. */
  spelled: string;
  side: Side;
  /** For a reader: `query state`, `form request > state`, `Set-Cookie acorn_session`. */
  at: string;
  within: 'parameters' | 'json' | 'credentials' | 'cookie' | 'traceparent';
};

type Found = Omit<Place, 'side'>;

export function placesOf({ request, response }: Exchange): Place[] {
  const asked = [
    ...inAddress('', request.target),
    ...inHeaders(request.headers, request.target),
    ...inRequestBody(textOf(request.body)),
  ];
  const answered = response && [
    ...inHeaders(response.headers, request.target),
    ...(response.body.encoding === 'utf-8'
      ? inResponseBody(response.headers, response.body.text)
      : []),
  ];
  return [
    ...asked.map((found) => ({ ...found, side: 'request' as const })),
    ...(answered ?? []).map((found) => ({ ...found, side: 'response' as const })),
  ].filter(({ value }) => value !== '');
}

/** A form with a byte in it that is no UTF-8 is a form all the same. */
function textOf({ text, encoding }: Body): string {
  return encoding === 'utf-8' ? text : (decodeBase64(text) ?? '');
}

/** The query, and the fragment, in which an answer could come too. */
function inAddress(prefix: string, address: string): Found[] {
  const [, query, fragment] = /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  return [
    ...(query ? inParameters(`${prefix}query `, query) : []),
    ...(fragment?.includes('=') ? inParameters(`${prefix}fragment `, fragment) : []),
  ];
}

function inParameters(prefix: string, text: string): Found[] {
  return text.split('&').flatMap((pair) => {
    const [, key = '', spelled = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    return inParameter(prefix, formDecode(key), formDecode(spelled), spelled);
  });
}

/**
 * The login and the consent form carry an authorization request along, in one
 * parameter; the form of an application, its keys as JSON.
 */
function inParameter(
  prefix: string,
  name: string,
  value: string,
  spelled: string,
): Found[] {
  const at = prefix + name;
  const isCarriedAlong = name === 'request' && value.includes('=');
  return [
    { name, value, spelled, at, within: 'parameters' },
    ...(isCarriedAlong ? inParameters(`${at} > `, value) : []),
    ...(isJson(value) ? inJson(`${at} > `, value) : []),
  ];
}

function inHeaders(headers: RawHeaders, target: string): Found[] {
  return headers.flatMap(([header, text]) => {
    const name = header.toLowerCase();
    if (name === 'location') return inAddress('Location ', text);
    if (name === 'referer') return inAddress('Referer ', text);
    if (name === 'cookie')
      return text.split(';').flatMap((one) => inCookie('cookie', one));
    if (name === 'traceparent') return inTraceparent(text);
    if (name === 'set-cookie') return inCookie('Set-Cookie', text.split(';', 1)[0]!);
    if (name !== 'authorization' && name !== 'proxy-authorization') return [];
    const at = name === 'authorization' ? 'header Authorization' : `header ${header}`;
    return credentialsIn(text, target).map(
      (credential): Found => ({ ...credential, at, within: 'credentials' }),
    );
  });
}

function inTraceparent(text: string): Found[] {
  return fieldsOfTraceparent(text).map(([name, value]) => {
    const at = `header traceparent > ${name}`;
    return { name, value, spelled: value, at, within: 'traceparent' };
  });
}

function inCookie(where: string, pair: string): Found[] {
  // One without a name is a value all the same: RFC 6265bis, section 5.6.
  const { name, value } = pair.includes('=')
    ? nameAndValue(pair)
    : { name: '', value: pair.trim() };
  if (!value) return [];
  return [{ name, value, spelled: value, at: `${where} ${name}`, within: 'cookie' }];
}

/** Whatever its Content-Type: sent by hand it may be wrong, and the values are there all the same. */
function inRequestBody(text: string): Found[] {
  if (isJson(text)) return inJson('JSON ', text);
  if (text.startsWith('--')) return inParts(text);
  return /^[\w%.~+-]+=/.test(text) ? inParameters('form ', text) : [];
}

/** A form as `multipart/form-data`: RFC 7578. No role takes it; by hand it is soon sent. */
function inParts(text: string): Found[] {
  const [boundary = ''] = text.split(/\r?\n/, 1);
  return text.split(boundary).flatMap((part) => {
    const blank = /\r?\n\r?\n/.exec(part);
    if (!blank) return [];
    const name = /\bname="([^"\r\n]*)"/i.exec(part.slice(0, blank.index))?.[1];
    const value = part.slice(blank.index + blank[0].length).replace(/\r?\n$/, '');
    if (!name) return [];
    return [{ name, value, spelled: value, at: `form ${name}`, within: 'parameters' }];
  });
}

function inResponseBody(headers: RawHeaders, text: string): Found[] {
  if (isJson(text)) return inJson('JSON ', text);
  const type = headerOf(headers, 'content-type') ?? '';
  return /^text\/html/i.test(type) ? inPage(text) : [];
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function inJson(prefix: string, text: string): Found[] {
  try {
    const members = inMembers(prefix, JSON.parse(text), 0);
    const spelled = spelledOtherwise(text);
    return members.map((one) => ({
      ...one,
      spelled: spelled.get(one.value) ?? one.spelled,
    }));
  } catch {
    // Cut, or broken on purpose: what can still be made out.
    return [...text.matchAll(/"(\w+)"\s*:\s*"((?:[^"\\]|\\.)*)/g)].map(
      ([, name = '', value = '']) => inMember(name, prefix + name, value),
    );
  }
}

/** Strings with escapes, which every program writes in its own way, by what they say. */
function spelledOtherwise(json: string): Map<string, string> {
  const strings = json.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return new Map(
    strings
      .filter((one) => one.includes('\\'))
      .map((one) => [JSON.parse(one) as string, one.slice(1, -1)]),
  );
}

/** Deeper than anything in OAuth, and not so deep that a hostile body fills the stack. */
const deepest = 50;

function inMembers(prefix: string, json: unknown, depth: number): Found[] {
  if (typeof json !== 'object' || json === null || depth > deepest) return [];
  return Object.entries(json).flatMap(([name, value]) => {
    const at = prefix + name;
    if (typeof value === 'string') return [inMember(name, at, value)];
    // What stands in a list is called as the list is.
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
    if (isList) return value.map((one) => inMember(name, at, one));
    return inMembers(`${at} > `, value, depth + 1);
  });
}

function inMember(name: string, at: string, value: string): Found {
  const spelled = JSON.stringify(value).slice(1, -1);
  return { name, value, spelled, at, within: 'json' };
}

function inPage(html: string): Found[] {
  return [...html.matchAll(/<input\b[^<>]*>/gi)].flatMap(([tag]) => {
    const name = /\bname="([^"]*)"/i.exec(tag)?.[1];
    const spelled = /\bvalue="([^"]*)"/i.exec(tag)?.[1];
    const isOurs = /\b(type="hidden"|readonly\b)/i.test(tag);
    if (!isOurs || !name || !spelled) return [];
    return inParameter('page ', htmlDecode(name), htmlDecode(spelled), spelled);
  });
}
