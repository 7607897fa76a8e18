/**
 * Which of the values that a message carries mean something, what they are
 * called in the field's words, and which of them are secrets.
 */
import { decodeJwt } from '../explain/jwt.ts';
import type { Place } from './places.ts';

export type ValueKind = {
  /** `state`, `access_token`; of a cookie `cookie:acorn_session`. */
  kind: string;
  /** Whoever has it can do something with it: mask.ts takes it out. */
  secret: boolean;
  /** The browser must never carry it, not even for a moment. */
  isSecretFromBrowser?: true;
};

const backChannelOnly = { secret: true, isSecretFromBrowser: true } as const;

/** Wherever they stand. */
const anywhere: Record<string, ValueKind> = {
  client_id: { kind: 'client_id', secret: false },
  redirect_uri: { kind: 'redirect_uri', secret: false },
  resource: { kind: 'resource', secret: false },
  aud: { kind: 'aud', secret: false },
  iss: { kind: 'iss', secret: false },
  issuer: { kind: 'iss', secret: false },
  sub: { kind: 'sub', secret: false },
  jti: { kind: 'jti', secret: false },
  nonce: { kind: 'nonce', secret: false },
  username: { kind: 'username', secret: false },
  login_hint: { kind: 'username', secret: false },
  password: { kind: 'password', secret: true },
  access_token: { kind: 'access_token', ...backChannelOnly },
  refresh_token: { kind: 'refresh_token', ...backChannelOnly },
  id_token: { kind: 'id_token', ...backChannelOnly },
  id_token_hint: { kind: 'id_token', ...backChannelOnly },
  code_verifier: { kind: 'code_verifier', ...backChannelOnly },
  client_secret: { kind: 'client_secret', ...backChannelOnly },
  client_assertion: { kind: 'client_assertion', ...backChannelOnly },
  credentials: { kind: 'credentials', ...backChannelOnly },
  // Of other servers and clients, which are recorded like ours.
  new_password: { kind: 'password', secret: true },
  initial_access_token: { kind: 'initial_access_token', ...backChannelOnly },
  registration_access_token: { kind: 'registration_access_token', ...backChannelOnly },
  device_code: { kind: 'device_code', ...backChannelOnly },
  assertion: { kind: 'assertion', ...backChannelOnly },
  subject_token: { kind: 'subject_token', ...backChannelOnly },
  actor_token: { kind: 'actor_token', ...backChannelOnly },
};

/** In a query or a form; a member of some JSON may be called so and be something else. */
const inParameters: Record<string, ValueKind> = {
  state: { kind: 'state', secret: false },
  code_challenge: { kind: 'code_challenge', secret: false },
  code: { kind: 'code', secret: true },
  token: { kind: 'token', ...backChannelOnly },
  seal: { kind: 'seal', secret: true },
};

/** Of a JSON Web Key: RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1. */
const privateKeyMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

/** @param places all of the same exchange: one may say what another is */
export function kindOf(place: Place, places: Place[]): ValueKind | undefined {
  const { name, within } = place;
  // Cookies ignore ports: this may be one of another program on this machine.
  if (within === 'cookie') return { kind: `cookie:${name}`, secret: true };
  if (within === 'json' && privateKeyMembers.includes(name) && isInKey(place, places)) {
    return { kind: 'private_key', ...backChannelOnly };
  }
  if (within === 'traceparent') {
    return name === 'trace-id' ? { kind: name, secret: false } : undefined;
  }
  const known = within === 'parameters' ? { ...anywhere, ...inParameters } : anywhere;
  const kind = Object.hasOwn(known, name) ? known[name] : undefined;
  return kind?.kind === 'token' ? { ...kind, kind: kindOfToken(place, places) } : kind;
}

/** What is introspected or revoked (RFC 7662, RFC 7009): the hint says it, or the token itself. */
function kindOfToken({ value }: Place, places: Place[]): string {
  const hint = hintIn(places);
  if (hint === 'access_token' || hint === 'refresh_token') return hint;
  return decodeJwt(value) ? 'access_token' : 'token';
}

/** Beside a `kty`, which every key has: RFC 7517, section 4.1. */
function isInKey({ name, at }: Place, places: Place[]): boolean {
  if (!keys.has(places)) {
    const types = places.filter((one) => one.name === 'kty');
    keys.set(places, new Set(types.map((one) => one.at.slice(0, -'kty'.length))));
  }
  return keys.get(places)!.has(at.slice(0, -name.length));
}

const keys = new WeakMap<Place[], Set<string>>();

/** A hostile form may have tens of thousands of tokens: the hint is looked for once. */
function hintIn(places: Place[]): string | undefined {
  if (!hints.has(places)) {
    hints.set(places, places.find(({ name }) => name === 'token_type_hint')?.value);
  }
  return hints.get(places);
}

const hints = new WeakMap<Place[], string | undefined>();
