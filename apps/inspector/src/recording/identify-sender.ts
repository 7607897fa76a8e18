/**
 * Who sent this request? Every role names itself in its User-Agent, and every
 * browser's begins with `Mozilla/`; whatever is left is some other program.
 *
 * A header can lie: `curl -A FourRoles-Client/1` is drawn in the client's lane.
 * The picture believes it, and nothing else does: no role decides anything by
 * this header, and neither does the wiretap.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5
 */
import { headerOf } from '../explain/message.ts';
import type { Party, RawHeaders } from './exchange.ts';

const roles = new Map<string, Party>([
  ['FourRoles-Client/1', 'client'],
  ['FourRoles-AuthorizationServer/1', 'authorization-server'],
  ['FourRoles-ResourceServer/1', 'resource-server'],
  ['FourRoles-Worker/1', 'worker'],
]);

const longestAgent = 40;

/** `agent`: what another program calls itself, such as `curl/8.18.0`; missing where it does not say. */
export function identifySender(headers: RawHeaders): { from: Party; agent?: string } {
  const said = headerOf(headers, 'user-agent') ?? '';
  const [product = ''] = said.trim().split(/\s/);
  const role = roles.get(product);
  if (role) return { from: role };
  if (product.startsWith('Mozilla/')) return { from: 'browser' };
  const agent = product.replaceAll(/[^!-~]/g, '').slice(0, longestAgent);
  return { from: 'other', ...(agent && { agent }) };
}
