/** The parts that are used here of two packages that publish no types. */

declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export type Request = {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Answering nothing starts again with the first request. */
    setupRequest?(request: Request, context: Record<string, string>): Request | undefined;
    onResponse?(
      status: number,
      body: string,
      context: Record<string, string>,
      headers: Record<string, string>,
    ): void;
  };

  export type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration?: number;
    /** Requests; in place of a duration. */
    amount?: number;
    /** Milliseconds between two looks at whether the end has come. */
    sampleInt: number;
    requests: Request[];
  };

  export type Run = EventEmitter & PromiseLike<{ errors: number }>;

  export default function autocannon(options: Options): Run;
}

declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Saved = { save(seconds: number): Promise<string> };

  export type Grant = Saved & {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
  };

  export type Session = Saved & {
    loginAccount(account: { accountId: string }): void;
    ensureClientContainer(clientId: string): void;
    grantIdFor(clientId: string, grantId: string): void;
  };

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): RequestListener;
    Grant: new (payload: {
      accountId: string;
      clientId: string;
    }) => Grant;
    Session: new (payload: {
      jti: string;
    }) => Session;
  }
}
