/**
 * What is asked of a server, and the process that asks it: one process for the
 * whole run, kept on its own core, so that it is warm when the first
 * measurement begins.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import { nodeOn } from './cores.ts';

type Request = {
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
};

export type Load = { address: string; host: string } & (
  | { kind: 'request'; request: Request; seconds: number }
  | { kind: 'reads'; path: string; tokens: string[] }
  | { kind: 'flow'; flow: Flow; seconds: number }
  | { kind: 'assertions'; signer: Signer; seconds: number }
);

/** A sign-in of somebody who is signed in and agreed earlier: code, PKCE, refresh. */
export type Flow = {
  authorizePath: string;
  /** Of the authorization request, without what is new in each flow. */
  parameters: Record<string, string>;
  cookie: string;
  tokenPath: string;
  authorization: string;
};

/** A client that signs an assertion for each request. */
export type Signer = { clientId: string; issuer: string; privateJwk: PrivateJwk };

export type Outcome = {
  /** Requests, or flows, that ended well. */
  done: number;
  seconds: number;
  /** The first answer that was not what it should be. */
  refused?: string;
};

export type LoadProcess = { run(load: Load): Promise<Outcome>; stop(): Promise<void> };

export function startLoadProcess(): LoadProcess {
  const [command, ...args] = nodeOn('load');
  const child: ChildProcess = spawn(
    command,
    [...args, join(import.meta.dirname, 'load-process.ts')],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  return {
    async run(load) {
      child.send(load);
      const [outcome] = await once(child, 'message');
      return outcome;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
