/**
 * The addresses behind a host name.
 *
 * Asked of the DNS directly: the system's `getaddrinfo` waits in one of a few
 * threads, and four names whose servers never answer would stop everything
 * else that needs one, passwords and signatures included. It also believes the
 * machine's own list of hosts, which nobody outside has anything to do with.
 *
 * @see https://nodejs.org/api/dns.html#implementation-considerations
 */
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopbackHost } from '@four-roles/protocol/loopback';

export type Address = { address: string; family: 4 | 6 };

/** @returns none where there is no such name */
export type ResolveHost = (name: string) => Promise<Address[]>;

const loopback: Address[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** Milliseconds, and no second try: whoever asked does not wait for longer. */
const patience = { timeout: 3000, tries: 1 };

export const resolveByDns: ResolveHost = async (name) => {
  const resolver = new Resolver(patience);
  const [four, six] = await Promise.allSettled([
    resolver.resolve4(name),
    resolver.resolve6(name),
  ]);
  return [
    ...(four.status === 'fulfilled' ? four.value : []).map(ofFamily(4)),
    ...(six.status === 'fulfilled' ? six.value : []).map(ofFamily(6)),
  ];
};

/** What a URL may name: a name, or an address that stands there itself. */
export async function addressesOf(url: URL, resolve: ResolveHost): Promise<Address[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  return isLoopbackHost(host) ? loopback : resolve(host);
}

function ofFamily(family: 4 | 6) {
  return (address: string): Address => ({ address, family });
}
