/**
 * What a flow is called: who, and what they do. The name improves as messages
 * arrive: `A sign-in` becomes `Ada's sign-in`.
 */
import { headerOf, jsonOf } from '../explain/message.ts';
import { partyNames } from '../explain/party-names.ts';
import type { Exchange, Flow, Party, RoleName } from './exchange.ts';

/** What a flow is about. */
export type Subject = {
  kind: Flow['kind'];
  person?: string | undefined;
  /** Of a visit: `opens the inbox`. */
  doing?: string;
  /** A name that needs nobody. */
  called?: string;
};

export function flowName({ kind, person, doing, called }: Subject): string {
  if (called) return called;
  if (kind === 'sign-in') return person ? `${person}'s sign-in` : 'A sign-in';
  return `${person ?? 'Somebody'} ${doing}`;
}

/** Of a program without a person: `Nightly's run`. */
export function runOf(client: string): Subject {
  return { kind: 'worker', called: `${client}'s run` };
}

/** `CRM copy registers itself` */
export function registersItself(client: string): Subject {
  return { kind: 'worker', called: `${client} registers itself` };
}

/** An answer to a request that is not in this recording, or that never was. */
export const callbackAlone: Subject = {
  kind: 'sign-in',
  called: 'A callback on its own',
};

/** A role that nobody asked, or a program that is none of ours. */
export function byItself(from: Party, agent: string | undefined): Subject {
  const { name } = partyNames[from];
  const program = agent?.split('/')[0] || name;
  return { kind: 'other', called: from === 'other' ? program : `${name} by itself` };
}

const doingAt: [to: RoleName, path: RegExp, doing: string][] = [
  ['client', /^\/inbox\/./, 'reads a message'],
  ['client', /^\/inbox/, 'opens the inbox'],
  ['client', /^\/compose/, 'writes a message'],
  ['client', /^\/held/, 'looks at what Briefing holds'],
  ['client', /^\/(logout|signed-out)/, 'signs out'],
  ['client', /^\/problem/, 'reads about a problem'],
  ['authorization-server', /^\/logout/, 'signs out'],
  ['authorization-server', /^\/account/, 'looks at connected apps'],
  ['authorization-server', /^\/developer\/audit/, 'reads the security events'],
  ['authorization-server', /^\/developer\/keys/, 'looks at the signing keys'],
  ['authorization-server', /^\/developer\/tokens/, 'asks about a token'],
  ['authorization-server', /^\/developer\/initial-/, 'looks at initial access tokens'],
  ['authorization-server', /^\/developer\/applications\/new/, 'describes an application'],
  ['authorization-server', /^\/developer\/applications/, 'looks at an application'],
  ['authorization-server', /^\/developer/, 'opens the developer console'],
  ['authorization-server', /^\/(jwks|\.well-known)/, 'looks at what Acorn publishes'],
];

export function doing({ to, request }: Exchange): string {
  const row = doingAt.find(([role, path]) => role === to && path.test(request.target));
  return row?.[2] ?? `visits ${partyNames[to].name}`;
}

/** Whoever types a name at the login page; it is not known yet whether they are that. */
export function typedName(form: URLSearchParams): string | undefined {
  const typed = printable(form.get('username') ?? '');
  return typed && typed[0]!.toUpperCase() + typed.slice(1);
}

/** Who it is, in the words of the provider (OpenID Connect Core 1.0, section 5.3). */
export function nameInUserinfo({ to, request, response }: Exchange): string | undefined {
  if (to !== 'resource-server' || response?.status !== 200) return undefined;
  if (!request.target.split('?')[0]!.endsWith('/userinfo')) return undefined;
  if (!headerOf(response.headers, 'content-type')?.includes('json')) return undefined;
  const { given_name } = jsonOf(response.body);
  return typeof given_name === 'string' ? printable(given_name) : undefined;
}

const longestName = 40;

function printable(name: string): string | undefined {
  return name.replaceAll(/\p{C}/gu, '').trim().slice(0, longestName) || undefined;
}
