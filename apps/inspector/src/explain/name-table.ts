/** A row of the tables that name messages. */
import type { Message } from './message.ts';

export type NameRow = {
  /** Stable, in kebab-case: a breakpoint is kept under it. Several rows may share one. */
  kind: string;
  /** In the field's words. */
  name: string;
  /** What this very message adds to its name: `error response: invalid_grant`. */
  detail?: (message: Message) => string;
  spec?: string;
  /** What this message is for, in one sentence. */
  says: string;
  when: (message: Message) => boolean;
};

/** The requests that a role receives, and the responses that it gives. The first row that fits counts. */
export type NameTable = { requests: NameRow[]; responses: NameRow[] };

/** @param methods separated by spaces, or `any` */
export function asked(methods: string, path: RegExp): (message: Message) => boolean {
  const listed = methods.split(' ');
  return (message) =>
    (methods === 'any' || listed.includes(message.method)) && path.test(message.path);
}

export function isRedirect({ status, location }: Message): boolean {
  return status >= 300 && status < 400 && location !== undefined;
}

export function isRefusal({ status }: Message): boolean {
  return status >= 400;
}

/** The error code that a refusal names; else its status. */
export function errorOf({ json, status }: Message): string {
  return typeof json.error === 'string' ? json.error : String(status);
}

/** Method and path; what is long in the path, such as the name of a payment, is cut. */
export function methodAndPath({ method, path }: Message): string {
  return `${method} ${path.replace(/([^/]{12})[^/]{8,}/g, '$1\u2026')}`;
}
