/**
 * What is this message called, and what is it for? One table for each role,
 * from method, path, parameters and status to the field's own words.
 *
 * A redirect is a message too: the client's 303 to `/authorize` is the
 * authorization request on the first half of its way, which leads through the
 * browser; what arrives at `/authorize` is its second half.
 */
import type { Exchange, RoleName } from '../recording/exchange.ts';
import { authorizationEndpointMessages } from './authorization-endpoint-messages.ts';
import { clientMessages } from './client-messages.ts';
import { developerConsoleMessages } from './developer-console-messages.ts';
import { type Message, readMessage } from './message.ts';
import type { NameRow, NameTable } from './name-table.ts';
import {
  firstMessages,
  lastMessages,
  noiseMessages,
  workerMessages,
} from './other-messages.ts';
import { registrationMessages } from './registration-messages.ts';
import { resourceServerMessages } from './resource-server-messages.ts';
import { tokenEndpointMessages } from './token-endpoint-messages.ts';

export type MessageName = {
  /** Stable, in kebab-case: a breakpoint is kept under it. */
  kind: string;
  /** In the field's words: `access token request (authorization code)`. */
  name: string;
  /** `RFC 6749, section 4.1.3`. */
  spec?: string;
  /** What it is for, in one sentence. */
  says: string;
};

const rowsOf: Record<RoleName, NameTable> = {
  client: rowsFor(clientMessages),
  'authorization-server': rowsFor(
    authorizationEndpointMessages,
    tokenEndpointMessages,
    registrationMessages,
    developerConsoleMessages,
  ),
  'resource-server': rowsFor(resourceServerMessages),
  worker: rowsFor(workerMessages),
};

/** The rows that hold for every role stand before and after its own. */
function rowsFor(...own: NameTable[]): NameTable {
  const tables = [noiseMessages, firstMessages, ...own, lastMessages];
  return {
    requests: tables.flatMap((table) => table.requests),
    responses: tables.flatMap((table) => table.responses),
  };
}

/** `response` is missing while nothing has come back. */
export function nameMessage(exchange: Exchange): {
  request: MessageName;
  response?: MessageName;
} {
  const message = readMessage(exchange);
  const { requests, responses } = rowsOf[exchange.to];
  return {
    request: find(message, requests),
    ...(exchange.response && { response: find(message, responses) }),
  };
}

function find(message: Message, rows: NameRow[]): MessageName {
  // The last row takes whatever is left.
  const { kind, name, detail, spec, says } = rows.find((row) => row.when(message))!;
  return { kind, name: name + (detail?.(message) ?? ''), ...(spec && { spec }), says };
}

/** For the menu of breakpoints: every kind, once, but for those that are never held. */
export const messageKinds: { kind: string; name: string }[] = distinct(
  [
    authorizationEndpointMessages,
    tokenEndpointMessages,
    registrationMessages,
    developerConsoleMessages,
    resourceServerMessages,
    clientMessages,
    workerMessages,
    firstMessages,
    lastMessages,
  ].flatMap(({ requests, responses }) => [...requests, ...responses]),
);

function distinct(rows: NameRow[]): { kind: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { kind, name } of rows) if (!names.has(kind)) names.set(kind, name);
  return [...names].map(([kind, name]) => ({ kind, name }));
}
