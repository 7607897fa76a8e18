import { outgoingTraceparent } from '@four-roles/protocol/trace-context';
import { traceparentHeader } from '@four-roles/protocol/traceparent';

/** What every request that this server sends says of itself: who sends it, and in which trace. */
export function outgoingHeaders(): Record<string, string> {
  return {
    'User-Agent': 'FourRoles-AuthorizationServer/1',
    [traceparentHeader]: outgoingTraceparent(),
  };
}
