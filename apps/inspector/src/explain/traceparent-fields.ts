/** The four fields of a traceparent, as they stand in it. */
import { parseTraceparent } from '@four-roles/protocol/traceparent';
import type { Explanations } from './explanation.ts';

export const traceparentFields: Explanations = {
  version: {
    what: 'How the rest is to be read: 00 is the only version so far.',
    why: 'Of a later one a reader takes the three fields that it knows.',
    spec: 'W3C Trace Context, version',
  },
  'trace-id': {
    what: 'The name of the trace: the same in every message that one request brought about.',
    why: 'Each role writes it into each line of its log, so that one story is found in all of them.',
    spec: 'W3C Trace Context, trace-id',
  },
  'parent-id': {
    what: 'What the sender calls its own part of the trace: the span_id in the line of its log.',
    why: 'The receiver writes it down as its parent, and the lines become a tree.',
    spec: 'W3C Trace Context, parent-id',
  },
  'trace-flags': {
    what: 'Eight bits, of which one is in use: 01 says that the sender keeps a record of its part.',
    spec: 'W3C Trace Context, trace-flags',
  },
};

/** By name, in their order; none where it is malformed. */
export function fieldsOfTraceparent(value: string): [name: string, value: string][] {
  if (!parseTraceparent(value)) return [];
  const fields = value.split('-');
  return Object.keys(traceparentFields).map((name, index) => [name, fields[index] ?? '']);
}
