/**
 * What the programs without a person are called: several share the worker's
 * lane, and each says its name once, when it registers.
 */
import { decodeJwt } from '../explain/jwt.ts';
import { formOf, headerOf, jsonOf } from '../explain/message.ts';
import { credentialsIn } from '../exports/credentials.ts';
import type { Exchange, RecordedRequest } from './exchange.ts';

const mostNames = 200;
const longestName = 40;

export type ClientNames = ReturnType<typeof createClientNames>;

export function createClientNames() {
  /** By client_id. */
  const names = new Map<string, string>();

  return {
    /** From the answer to a registration, or to reading one: RFC 7592, section 3. */
    learn({ to, request, response }: Exchange): void {
      if (to !== 'authorization-server' || !response) return;
      if (!/^\/register(\/|$)/.test(request.target)) return;
      const { client_id, client_name } = jsonOf(response.body);
      if (typeof client_id !== 'string' || typeof client_name !== 'string') return;
      names.set(client_id, printable(client_name));
      const [oldest] = names.keys();
      if (names.size > mostNames && oldest !== undefined) names.delete(oldest);
    },

    /** Of whoever sent this; `undefined` where it does not say, or is not known. */
    nameOf(request: RecordedRequest): string | undefined {
      const { client_name } = isRegistration(request) ? jsonOf(request.body) : {};
      if (typeof client_name === 'string') return printable(client_name);
      return names.get(clientIdIn(request) ?? '');
    },
  };
}

/** Of a client that registers: RFC 7591, section 3.1. */
export function isRegistration({ method, target }: RecordedRequest): boolean {
  return method === 'POST' && target === '/register';
}

/** In the path of its registration, in what it authenticates with, or in its access token. */
function clientIdIn({ target, headers, body }: RecordedRequest): string | undefined {
  const registered = /^\/register\/([\w-]+)/.exec(target)?.[1];
  if (registered) return registered;
  const form = formOf(headers, body);
  const assertion = decodeJwt(form.get('client_assertion') ?? '');
  if (assertion) return String(assertion.claims.iss);
  const credentials = credentialsIn(headerOf(headers, 'authorization') ?? '', target);
  const named = credentials.find(({ name }) => name === 'client_id')?.value;
  const token = decodeJwt(credentials[0]?.value ?? '');
  return (
    named ??
    (token && String(token.claims.client_id)) ??
    form.get('client_id') ??
    undefined
  );
}

function printable(name: string): string {
  return name.replaceAll(/\p{C}/gu, '').trim().slice(0, longestName) || 'A program';
}
