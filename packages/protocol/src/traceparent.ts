/**
 * The header that a request carries through every party it sets to work:
 *
 *     traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
 *                  version, trace-id, parent-id, trace-flags
 *
 * It is no secret and no authority: anybody can send any value, so a log may
 * believe it as a label, and nothing may be decided by it.
 *
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export const traceparentHeader = 'traceparent';

export type Traceparent = {
  /** 32 lower-case hex digits: the same in all requests of one trace. */
  traceId: string;
  /** 16 lower-case hex digits: what the sender calls that which it was doing. */
  parentId: string;
  /** The sender keeps a record of it. */
  sampled: boolean;
};

const layout =
  /^(?<version>[0-9a-f]{2})-(?<traceId>[0-9a-f]{32})-(?<parentId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?$/;

/** Bits of trace-flags: the others are of later versions, and are sent as zero. */
const sampledFlag = 1;

/**
 * A later version is read as far as this one goes: it only ever adds.
 *
 * @returns `undefined` where it is malformed: whoever received it begins a new trace
 * @see https://www.w3.org/TR/trace-context/#versioning-of-traceparent
 */
export function parseTraceparent(value: string | undefined): Traceparent | undefined {
  const { version, traceId, parentId, flags, more } =
    layout.exec(value ?? '')?.groups ?? {};
  if (!traceId || !parentId || version === 'ff') return undefined;
  if (version === '00' && more !== undefined) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return {
    traceId,
    parentId,
    sampled: (Number.parseInt(flags!, 16) & sampledFlag) !== 0,
  };
}

/** In version 00, whatever version it came in. */
export function formatTraceparent({ traceId, parentId, sampled }: Traceparent): string {
  return `00-${traceId}-${parentId}-${sampled ? '01' : '00'}`;
}
