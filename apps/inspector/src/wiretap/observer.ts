/**
 * What the wiretap tells, and whom it asks: it passes bytes on and knows
 * nothing of OAuth; whoever observes it records, names and holds.
 */
import type {
  EditedRequest,
  EditedResponse,
  RawHeaders,
  RoleName,
} from '../recording/exchange.ts';

export type RequestHead = {
  to: RoleName;
  method: string;
  target: string;
  headers: RawHeaders;
  /** The port at the other end of the connection. */
  remotePort: number;
};

export type ResponseHead = { status: number; reason: string; headers: RawHeaders };

/** Called once for each request, when its head has come. */
export type Observer = (head: RequestHead) => Watching;

/**
 * The course of one exchange, in the order of its members, until one of the
 * last three. Where the request streams, a role may answer before it is whole;
 * then its end comes later, even after `done`.
 *
 * Whatever is thrown here is logged, and breaks nothing.
 */
export type Watching = {
  /** May it be held? Then it is read whole before anything is sent on; else it streams. */
  mayHoldRequest(): boolean;
  /** A copy of each piece of the body, as it came. */
  requestBody(chunk: Buffer): void;
  /**
   * The whole request has come. Resolves when it may go on; `drop`: hang up.
   * Nobody waits for it where the request streams: if it may not be held, is
   * longer than `longestHeld`, or asks for an upgrade.
   */
  requestComplete(): Promise<EditedRequest | 'drop' | undefined>;
  /** @param trace the value of the trace header, which is passed on to nobody */
  responseHead(head: ResponseHead, trace: string | undefined): void;
  /** Not asked of a stream of events. */
  mayHoldResponse(): boolean;
  responseBody(chunk: Buffer): void;
  responseComplete(): Promise<EditedResponse | 'drop' | undefined>;
  /** It became a tunnel: nothing more will be told. */
  upgraded(): void;
  /** There will be no (complete) answer. @param reason a sentence */
  failed(reason: string): void;
  /** Everything was passed on. */
  done(): void;
};
