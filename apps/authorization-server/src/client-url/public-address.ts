/**
 * Is an IP address one that the whole Internet can reach? Ranges change and
 * grow, so this lists what is allowed, and not what is forbidden.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
import ipaddr from 'ipaddr.js';

/**
 * Of IPv6, only this is handed out to the Internet.
 *
 * @see https://www.iana.org/assignments/ipv6-address-space
 */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** A public address, behind which each machine in Azure finds the platform's own services. */
const azurePlatform = '168.63.129.16';

/** @param address as the DNS gives it, without brackets */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(globalUnicast);
  return parsed.toString() !== azurePlatform;
}

/** @param address as the DNS gives it, without brackets */
export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}
