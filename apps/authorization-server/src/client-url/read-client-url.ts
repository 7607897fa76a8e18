/**
 * Ask an address that a client has chosen. Whoever registers a client decides
 * where this server sends a request to, so the request goes nowhere but to the
 * public Internet, carries no credentials, follows nothing, and does not wait or
 * read for long. Its `traceparent` is a random label, which tells nothing.
 *
 *     GET /jwks.json HTTP/1.1
 *     Host: nightly.example
 *     Accept: application/jwk-set+json, application/json
 *     User-Agent: FourRoles-AuthorizationServer/1
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
 */
import type { IncomingMessage } from 'node:http';
import type { Clock } from '@four-roles/protocol/clock';
import { isLoopback, isProtected } from '@four-roles/protocol/loopback';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { timeoutAfter } from '@four-roles/protocol/timeout-after';
import * as rules from '../rules/client-url.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';
import { addressesOf, type ResolveHost, resolveByDns } from './resolve-host.ts';
import { sendTo } from './send-to.ts';

/** Milliseconds in all, from the name to the last byte. */
const patience = 3000;

/** Bytes, as they travel: nothing is decompressed. */
const largestAnswer = 64 * 1024;

const jsonTypes = ['application/jwk-set+json', 'application/json'];

/** @throws {OAuthError} invalid_client */
export type ReadClientUrl = (address: string) => Promise<string>;

/**
 * @param onLoopback in development: this machine may be asked, by its own names
 * @param resolve where names are looked up
 */
export function clientUrlReader(
  onLoopback: boolean,
  clock: Clock,
  resolve: ResolveHost = resolveByDns,
): ReadClientUrl {
  return async (address) => {
    const signal = timeoutAfter(clock, patience);

    // 1. An address at which nobody can listen on the way.
    const url = URL.parse(address);
    check(rules.clientUrlAnswers, url !== null, { received: 'no address' });
    const local = onLoopback && isLoopback(url);
    const protectedHere = url.protocol === 'https:' || (local && isProtected(url));
    check(rules.clientUrlProtected, protectedHere && !url.username && !url.password, {
      expected: 'https, without a user name',
      received: `${url.protocol}//${url.host}`,
    });

    // 2. Nothing but public machines behind it: all of them are looked at.
    const addresses = await orRefuse(inTime(addressesOf(url, resolve), signal));
    const allowed = local ? isLoopbackAddress : isPublicAddress;
    check(
      rules.clientUrlPublic,
      addresses.every((one) => allowed(one.address)),
      { expected: 'public addresses', received: url.host },
    );

    // 3. One of them is asked. The name is not looked up again.
    const answer = await orRefuse(sendTo(url, addresses, jsonTypes, signal));
    try {
      return await orRefuse(readAnswer(answer));
    } finally {
      answer.destroy();
    }
  };
}

/** Read it, for as long as it stays within bounds. */
async function readAnswer(answer: IncomingMessage): Promise<string> {
  check(rules.clientUrlAnswers, answer.statusCode === 200, {
    expected: 200,
    received: answer.statusCode,
  });
  const type = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  check(rules.clientUrlAnswersJson, jsonTypes.includes(type ?? ''), {
    expected: jsonTypes,
    received: type,
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    check(rules.clientUrlAnswerBounded, size <= largestAnswer, {
      expected: `${largestAnswer} bytes at most`,
      received: `${size} bytes, and perhaps more`,
    });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Whatever goes wrong on the way is a refusal, which says no more than that. */
async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof OAuthError) throw error;
    const { name, code } = error as NodeJS.ErrnoException;
    check(rules.clientUrlAnswers, false, { received: code ?? name });
    throw error;
  }
}

/** @throws {DOMException} when the time is up before the work is done */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([work, promise]);
}
