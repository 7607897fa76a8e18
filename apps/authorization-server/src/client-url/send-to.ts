/**
 * A GET that goes to addresses which somebody has looked at, whatever the name
 * means by now: a name that resolves to a public address when it is checked,
 * and to a private one when it is used, would lead this server astray (DNS
 * rebinding).
 */

import type { IncomingMessage } from 'node:http';
import { request as requestByHttp } from 'node:http';
import { request as requestByTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { outgoingHeaders } from '../outgoing-headers.ts';
import type { Address } from './resolve-host.ts';

/** Bytes. */
const largestHead = 8 * 1024;

/**
 * The certificate is verified against the name. No redirect is followed, no
 * cookie is kept, and no connection either.
 *
 * @throws {Error} where there is no answer
 */
export function sendTo(
  url: URL,
  addresses: Address[],
  accept: string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestByTls : requestByHttp;
  const headers = {
    Accept: accept.join(', '),
    'Accept-Encoding': 'identity',
    ...outgoingHeaders(),
  };
  const options = {
    ...{ headers, signal, agent: false, auth: undefined },
    lookup: always(addresses),
    maxHeaderSize: largestHead,
  };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

function always(addresses: Address[]): LookupFunction {
  return (name, options, callback) => {
    const [first] = addresses;
    if (!first) callback(new Error(`${name} has no address`), '');
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  };
}
