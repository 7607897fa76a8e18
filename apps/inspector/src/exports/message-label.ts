/**
 * One line for one message: what it is called, and the names of what it carries
 * that matters. No values: the same flow gives the same lines every time.
 */
import { type MessageName, nameMessage } from '../explain/name-message.ts';
import type { Exchange, Side } from '../recording/exchange.ts';
import { carriedValues } from './carried-values.ts';

/** By kind of message: what a reader looks for in it. Named is what is really there. */
const telling: Record<string, string[]> = {
  'authorization-request': ['state', 'nonce', 'code_challenge'],
  'authorization-response': ['code', 'state', 'iss'],
  'access-token-request': ['code', 'code_verifier', 'client_secret'],
  'refresh-request': ['refresh_token', 'client_secret'],
  'client-credentials-request': ['client_id', 'client_secret', 'client_assertion'],
  'access-token-response': ['access_token', 'refresh_token', 'id_token'],
  'introspection-request': ['access_token', 'refresh_token', 'client_secret'],
  'revocation-request': ['refresh_token', 'access_token'],
  'client-registration-request': ['initial_access_token'],
  'client-read-request': ['registration_access_token'],
  'client-update-request': ['registration_access_token'],
  'client-delete-request': ['registration_access_token'],
  'client-secret-request': ['registration_access_token'],
  'client-information-response': [
    'client_id',
    'client_secret',
    'registration_access_token',
  ],
  'client-secret-response': ['client_secret'],
  'userinfo-request': ['access_token'],
  'protected-resource-request': ['access_token'],
  'signed-in': ['cookie:acorn_session'],
  'client-session': ['cookie:briefing_session'],
};

export function messageLabel(exchange: Exchange, side: Side): string {
  const message = nameMessage(exchange)[side];
  if (!message) return '';
  const here = carriedValues(exchange).filter((value) => value.side === side);
  const names = (telling[message.kind] ?? [])
    .filter((kind) => here.some((value) => value.kind === kind))
    .map((kind) => kind.replace(':', ' '));
  const name = withoutIds(
    isOursAlone(message) && side === 'request'
      ? `${message.name}: ${exchange.request.method} ${pathOf(exchange)}`
      : message.name,
    exchange,
  );
  if (names.length === 0) return name;
  // What follows in brackets says it too: `: code`, `(authorization code)`.
  return `${name.replace(/: code$| \([^)]*\)$/, '')} (${names.join(', ')})`;
}

/** Where no specification gives a message its name, the address tells more. */
function isOursAlone({ name, spec }: MessageName): boolean {
  return spec === undefined && !name.includes('/');
}

function pathOf({ request }: Exchange): string {
  return request.target.replace(/[?#].*/s, '');
}

/** A part of a path that is different every time: `/inbox/:id`, as a route is written. */
function withoutIds(name: string, exchange: Exchange): string {
  // What was shortened is looked at whole: its beginning alone may look like a word.
  const whole = pathOf(exchange)
    .split('/')
    .reduce((text, part) => text.replace(`/${part.slice(0, 12)}…`, `/${part}`), name);
  return whole.replace(/(?<=\/)(?=[\w-]*[A-Z\d])[\w-]{12,}(?=\/|$)/g, ':id');
}
