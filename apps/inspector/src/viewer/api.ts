/** What the viewer asks of the inspector, one function for each of its endpoints. */
import type {
  ControlState,
  EditedRequest,
  EditedResponse,
  Exchange,
  KeySet,
  RoleName,
  Side,
} from '../recording/exchange.ts';

export type Person = { name: string; username: string; password: string };

export type Setup = {
  run: string;
  /** Public origins. */
  origins: Record<RoleName, string>;
  /** Who has an account at Acorn; empty where a recording comes from a file. */
  people: Person[];
};

export type StepChange = Partial<ControlState['step']>;

export type ExportFormat = 'har' | 'markdown' | 'mermaid' | 'page';

export const api = {
  setup: (): Promise<Setup> => ask('GET', '/api/setup'),
  /** The whole of it: a list leaves out bodies over 8 KB. */
  exchange: (id: number): Promise<Exchange> => ask('GET', `/api/exchanges/${id}`),
  keys: (): Promise<KeySet> => ask('GET', '/api/keys'),

  step: (change: StepChange) => ask('POST', '/api/step', change),
  /** Let the oldest held message go. */
  next: () => ask('POST', '/api/next'),
  /** Step mode off, breakpoints kept, everything that is held goes. */
  run: () => ask('POST', '/api/run'),
  releaseRequest: (exchange: number, request?: EditedRequest) =>
    ask('POST', `/api/held/${exchange}/request/release`, { request }),
  releaseResponse: (exchange: number, response?: EditedResponse) =>
    ask('POST', `/api/held/${exchange}/response/release`, { response }),
  drop: (exchange: number, side: Side) =>
    ask('POST', `/api/held/${exchange}/${side}/drop`),
  sendAgain: (exchange: number, request?: EditedRequest): Promise<{ exchange: number }> =>
    ask('POST', `/api/exchanges/${exchange}/send-again`, { request }),

  /** @param seconds by which the roles' clocks go forward */
  advanceClock: (seconds: number) => ask('POST', '/api/clock', { advance: seconds }),
  clockBackToNow: () => ask('POST', '/api/clock', { backToNow: true }),

  clear: () => ask('POST', '/api/clear'),
  runWorker: () => ask('POST', '/api/worker'),
  /** Roles back to the seeded state. Resolves when they are healthy again. */
  reset: () => ask('POST', '/api/reset'),
};

/** Where an export is downloaded: of one flow, or of everything. */
export function exportAddress(
  format: ExportFormat,
  { flow, secrets }: { flow?: number; secrets?: 'shown' } = {},
): string {
  const query = new URLSearchParams();
  if (flow !== undefined) query.set('flow', String(flow));
  if (secrets) query.set('secrets', secrets);
  return `/api/export/${format}${query.size > 0 ? `?${query}` : ''}`;
}

/** @throws {Error} with a sentence, where the answer is no success */
async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: body && { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw new Error('The inspector does not answer. Is it still running?');
  });
  const text = await response.text();
  if (!response.ok) throw new Error(reasonIn(text) ?? `${path}: ${response.status}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** What an error answer says, if it is one of the inspector's. */
function reasonIn(text: string): string | undefined {
  try {
    const { error_description, error } = JSON.parse(text);
    return error_description ?? error;
  } catch {
    return undefined;
  }
}
