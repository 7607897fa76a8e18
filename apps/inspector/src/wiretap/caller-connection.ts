/**
 * One connection of a caller is one connection to the role: whoever sends on a
 * connection that the role is just closing, fails as without the wiretap.
 */
import {
  Agent,
  type ClientRequest,
  type ClientRequestArgs,
  request as openRequest,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Tls } from '@four-roles/runtime/tls';
import type { RoleName } from '../recording/exchange.ts';
import { sendHead } from './exact-message.ts';
import type { Observer, RequestHead } from './observer.ts';

/** Where requests come from and go to. */
export type Wire = {
  to: RoleName;
  /** What people call the role: `authorization server`. */
  label: string;
  /** Where callers expect it. */
  publicPort: number;
  /** Where it listens, without TLS. */
  privatePort: number;
  /** With which callers are spoken to, where they expect TLS, and the address for those who do not. */
  secure?: { tls: Tls; origin: string } | undefined;
  observer: Observer;
};

/** Bytes. A role's own limit is lower; its answers have a trace of 8 KB on top. */
export const maxHeaderSize = 64 * 1024;

/** How many requests one caller may send before the first is answered. */
const maxPipelined = 1000;

export class CallerConnection {
  readonly wire: Wire;
  readonly socket: Socket;
  readonly #underneath: Socket;
  readonly #toRole: RoleConnection;
  #turn = Promise.resolve();
  #waiting = 0;
  #roleLeft = false;

  /** @param underneath what carries it, where it is one of TLS */
  constructor(socket: Socket, wire: Wire, underneath = socket) {
    this.wire = wire;
    this.socket = socket;
    this.#underneath = underneath;
    this.#toRole = new RoleConnection(() => {
      this.#roleLeft = true;
      if (this.#waiting === 0) this.socket.destroySoon();
    });
    socket.once('close', () => this.#toRole.destroy());
  }

  /** Hang up in a way that cannot be taken for the end of an answer. */
  reset(): void {
    this.#underneath.resetAndDestroy();
  }

  /** Requests may come before the last was answered: they are passed on one by one. */
  takeTurn(passOn: () => Promise<void>): void {
    this.#waiting += 1;
    if (this.#waiting > maxPipelined) this.socket.destroy();
    this.#turn = this.#turn.then(async () => {
      if (!this.socket.destroyed && !this.#roleLeft) await passOn();
      this.#waiting -= 1;
      if (this.#roleLeft && this.#waiting === 0) this.socket.destroySoon();
    });
  }

  /** @throws TypeError where the head is one that HTTP cannot carry */
  openRequest(
    head: Pick<RequestHead, 'method' | 'target' | 'headers'>,
    httpVersion: string,
  ): ClientRequest {
    const { method, target, headers } = head;
    const request = openRequest({
      host: '127.0.0.1',
      port: this.wire.privatePort,
      agent: this.#toRole,
      method,
      path: target,
      headers: headers.flat(),
      setDefaultHeaders: false,
      maxHeaderSize,
    });
    request.maxHeadersCount = 0;
    sendHead(request, `${method} ${target} HTTP/${httpVersion}`, headers);
    return request;
  }
}

class RoleConnection extends Agent {
  readonly #whenLeft: () => void;
  #destroyed = false;

  constructor(whenLeft: () => void) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#whenLeft = whenLeft;
  }

  override createConnection(options: ClientRequestArgs): Duplex | null | undefined {
    const socket = super.createConnection(options);
    socket?.once('connect', () => socket.once('close', this.#whenLeft));
    return socket;
  }

  /** The role alone says how long an idle connection stays open; none outlives the caller. */
  override keepSocketAlive(): boolean {
    return !this.#destroyed;
  }

  override destroy(): void {
    this.#destroyed = true;
    super.destroy();
  }
}
