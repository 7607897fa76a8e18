/**
 * A recording without a wire: the test says what passes, message by message.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Exchange, RawHeaders, RoleName } from '../src/recording/exchange.ts';
import { createRecording } from '../src/recording/recording.ts';
import type { StoreBounds } from '../src/recording/store.ts';
import type { Watching } from '../src/wiretap/observer.ts';

export const origins: Record<RoleName, string> = {
  client: 'http://localhost:9000',
  'authorization-server': 'http://localhost:9001',
  'resource-server': 'http://localhost:9002',
  worker: 'http://localhost:9003',
};

export const agents = {
  browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/143.0.0.0',
  client: 'FourRoles-Client/1',
  'resource-server': 'FourRoles-ResourceServer/1',
  worker: 'FourRoles-Worker/1',
  curl: 'curl/8.18.0',
};

export type Sent = {
  /** `GET /login`. */
  line: string;
  to: RoleName;
  from: keyof typeof agents;
  headers?: RawHeaders;
  form?: Record<string, string>;
  body?: string;
  remotePort?: number;
};

export type Answer = {
  status?: number;
  headers?: RawHeaders;
  json?: unknown;
  body?: string | Buffer;
  trace?: string;
};

/** One exchange, in the hands of a test. */
export type Passing = {
  id: number;
  mayHold: boolean;
  /** Resolves when it may go on to the role. */
  sentOn: ReturnType<Watching['requestComplete']>;
  watching: Watching;
  /** As it is recorded now. */
  now(): Exchange;
  /** The answer has come, whole. Resolves when it may go back. */
  answered(answer?: Answer): ReturnType<Watching['responseComplete']>;
  /** It has come, and gone back. */
  answer(answer?: Answer): Exchange;
};

export type World = ReturnType<typeof recordedWorld>;

export function recordedWorld(t: TestContext, bounds?: StoreBounds) {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const clockFile = join(folder, 'clock');
  let now = 1_800_000_000_000;
  const recording = createRecording({
    ...{ origins, clockFile, now: () => now },
    ...(bounds && { bounds }),
  });

  const passed = new Map<number, Passing>();

  /** A request has come, whole. */
  function send(sent: Sent): Passing {
    const { line, to, from, headers = [], form, body, remotePort = 50_000 } = sent;
    const [method = '', target = ''] = line.split(' ');
    const content = form ? new URLSearchParams(form).toString() : body;
    const watching = recording.observer({
      ...{ to, method, target, remotePort },
      headers: [
        ['User-Agent', agents[from]],
        ...(form ? [['Content-Type', 'application/x-www-form-urlencoded']] : []),
        ...headers,
      ] as RawHeaders,
    });
    const mayHold = watching.mayHoldRequest();
    if (content) watching.requestBody(Buffer.from(content));
    const sentOn = watching.requestComplete();
    const id = recording.toRecording().exchanges.at(-1)!.id;

    const passing: Passing = {
      id,
      mayHold,
      sentOn,
      watching,
      now: (): Exchange => recording.exchange(id)!,

      answered({ status = 200, headers = [], json, body, trace }: Answer = {}) {
        const type: RawHeaders = json ? [['Content-Type', 'application/json']] : [];
        watching.responseHead(
          { status, reason: '', headers: [...type, ...headers] },
          trace,
        );
        watching.mayHoldResponse();
        const content = json ? JSON.stringify(json) : body;
        if (content) watching.responseBody(Buffer.from(content));
        return watching.responseComplete();
      },

      answer(answer?: Answer): Exchange {
        this.answered(answer);
        watching.done();
        return this.now();
      },
    };
    passed.set(id, passing);
    return passing;
  }

  return {
    recording,
    send,
    sent: (id: number): Passing => passed.get(id)!,
    /** Request and answer at once. */
    exchange: (sent: Sent, answer?: Answer) => send(sent).answer(answer),
    pass(seconds: number) {
      now += seconds * 1000;
    },
    machineTime: () => now,
    clockFile: () => JSON.parse(readFileSync(clockFile, 'utf8')),
    /** `Ada's sign-in: 1 2 3`, a line for each flow. */
    flows(): string[] {
      const { flows, exchanges } = recording.toRecording();
      return flows.map(({ id, name }) => {
        const own = exchanges.filter(({ flow }) => flow === id);
        return `${name}: ${own.map((one) => one.id).join(' ')}`;
      });
    },
  };
}
