/**
 * What the wiretap keeps: one exchange is a request and its answer, as they
 * crossed the wire between two parties.
 */
import type { ClockState } from '@four-roles/protocol/clock';
import type { TracedVerdict } from '@four-roles/protocol/rule-trace';

/** Those that listen at a port of their own, and so can be asked something. */
export type RoleName = 'client' | 'authorization-server' | 'resource-server' | 'worker';

/** Who may send a request. `other` is a program that is none of ours, such as curl. */
export type Party = RoleName | 'browser' | 'other';

/** In the order, in the case and as often as they were sent. */
export type RawHeaders = [name: string, value: string][];

export type Body = {
  /** What can be read: decompressed; binary content as base64. */
  text: string;
  encoding: 'utf-8' | 'base64';
  /** How many bytes crossed the wire. */
  size: number;
  /** Only the beginning was kept. */
  cut?: true;
  /** It is not in this list, only in the exchange when asked for alone. */
  omitted?: true;
};

export type RecordedRequest = {
  method: string;
  /** Path and query, as they stood in the request line. */
  target: string;
  headers: RawHeaders;
  body: Body;
};

export type RecordedResponse = {
  status: number;
  reason: string;
  headers: RawHeaders;
  body: Body;
};

/** What a role said of one of its rules, for this request. */
export type RuleVerdict = TracedVerdict;

export type Exchange = {
  /** 1, 2, 3 ... in the order in which the requests came. Unique in one run. */
  id: number;
  from: Party;
  to: RoleName;
  /** What a program that is none of ours calls itself: `curl/8.18.0`. */
  agent?: string;
  /** Milliseconds since the epoch, by the machine's clock. */
  startedAt: number;
  /** When the answer was complete, by the same clock. */
  finishedAt?: number;
  /** For how many of these milliseconds the roles' clocks stood still: it was held, or one that it waited for. */
  heldFor: number;
  /** By how many milliseconds the roles' clocks differed from the machine's when it began. */
  movedBy?: number;
  request: RecordedRequest;
  /** Missing while nothing has come back. */
  response?: RecordedResponse;
  /** Why there is no answer, in a sentence. */
  failure?: string;
  verdicts: RuleVerdict[];
  /** More verdicts were given than the trace had room for. */
  verdictsCut?: true;
  /** The flow that it belongs to; 0 for noise, which belongs to none. */
  flow: number;
  /** The exchange that its sender was answering when it sent this one. */
  cause?: number;
  /** As it came, before somebody changed it in the wire. */
  requestBefore?: RecordedRequest;
  responseBefore?: RecordedResponse;
  /** The exchange of which this one was sent again, from the inspector. */
  sentAgain?: number;
  /** Assets, health checks, dev reload: left out unless asked for. */
  noise?: true;
  /** The connection became a WebSocket: what follows is not recorded. */
  upgraded?: true;
};

/** Several exchanges that belong together: a sign-in, a run of the worker. */
export type Flow = {
  /** 1, 2, 3 ... in the order in which they began. */
  id: number;
  kind: 'sign-in' | 'visit' | 'worker' | 'other';
  /** `Ada's sign-in`, `Nightly's run`. */
  name: string;
};

/** Which half of an exchange: on its way to the role, or back. */
export type Side = 'request' | 'response';

/** What is held in the wire now, the oldest first. */
export type Held = { exchange: number; side: Side };

/** What somebody changes in a message; what is missing stays as it was. */
export type EditedRequest = Partial<{
  method: string;
  target: string;
  headers: RawHeaders;
  /** UTF-8. */
  body: string;
}>;

export type EditedResponse = Partial<{
  status: number;
  headers: RawHeaders;
  body: string;
}>;

/** Step mode and the clock: everything beside the exchanges that a viewer shows. */
export type ControlState = {
  /** Changes when the recording is cleared or the inspector starts anew. */
  run: string;
  step: {
    /** Hold every message that is no noise. */
    on: boolean;
    /** `people`: what a browser started; `worker`: what the worker started. */
    only: 'everything' | 'people' | 'worker';
    /** Kinds of message (see explain/name-message.ts) that are held even when `on` is false. */
    breakpoints: string[];
  };
  held: Held[];
  /** The roles' clock. While something is held it stands still, and `movedBy` is what it was before. */
  clock: ClockState;
  flows: Flow[];
  /** The oldest exchange that is still kept; those before were dropped to bound the memory. */
  oldest: number;
};

/** Public keys of the authorization server: RFC 7517, section 5. */
export type KeySet = { keys: Record<string, unknown>[] };

/** What a viewer shows: a live one grows, one from a file does not. */
export type Recording = {
  run: string;
  /** Public origins. */
  origins: Record<RoleName, string>;
  exchanges: Exchange[];
  flows: Flow[];
  /** Masked recordings have no secrets in them: see exports/mask.ts. */
  masked: boolean;
  /** Where they could be fetched. */
  keys?: KeySet;
};
