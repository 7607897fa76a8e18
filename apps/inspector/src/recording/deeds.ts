/**
 * What a person has done with a form of the developer console, once it went
 * well: their visit is called after it, `Ada registers an application`.
 */
import { headerOf } from '../explain/message.ts';
import type { Exchange } from './exchange.ts';

const deeds: [path: RegExp, doing: string][] = [
  [/^\/developer\/applications\/new$/, 'registers an application'],
  [/\/edit$/, 'corrects an application'],
  [/\/rotate-secret$/, 'rotates a client secret'],
  [/\/suspend$/, 'suspends an application'],
  [/\/resume$/, 'resumes an application'],
  [/^\/developer\/applications\/[^/]+\/delete$/, 'deletes an application'],
  [/\/(revoke-token|tokens\/revoke)$/, 'revokes a token'],
  [/^\/developer\/tokens$/, 'has a token judged'],
  [/^\/developer\/initial-access-tokens$/, 'makes an initial access token'],
  [/^\/developer\/initial-access-tokens\/remove$/, 'removes an initial access token'],
  [/^\/developer\/keys\/rotate$/, 'rotates the signing keys'],
  [/^\/developer\/keys\/[^/]+\/withdraw$/, 'withdraws a signing key'],
];

/** @returns `undefined` for what was refused, or was no form of the console */
export function deedIn({ to, request, response }: Exchange): string | undefined {
  if (to !== 'authorization-server' || request.method !== 'POST') return undefined;
  const [path = ''] = request.target.split('?');
  if (!path.startsWith('/developer/') || response?.status !== 303) return undefined;
  // Nobody is signed in any more: nothing was done.
  if (headerOf(response.headers, 'location')?.startsWith('/login')) return undefined;
  return deeds.find(([form]) => form.test(path))?.[1];
}
