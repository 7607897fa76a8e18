/** Exchanges for the tests of the words, from what matters in them. */
import type { Body, Exchange, RawHeaders, RoleName } from '../src/recording/exchange.ts';

export type Sketch = {
  to: RoleName;
  /** Method and target. */
  request: string;
  headers?: RawHeaders;
  form?: Record<string, string>;
  status?: number;
  answerHeaders?: RawHeaders;
  json?: unknown;
};

export function exchange(sketch: Sketch): Exchange {
  const { to, request, headers = [], form, status, answerHeaders = [], json } = sketch;
  const [method = '', target = ''] = request.split(' ');
  const formType: RawHeaders = form
    ? [['Content-Type', 'application/x-www-form-urlencoded']]
    : [];
  return {
    ...{ id: 1, from: 'browser', to, startedAt: 0, heldFor: 0, verdicts: [], flow: 1 },
    request: {
      ...{ method, target },
      headers: [...headers, ...formType],
      body: text(new URLSearchParams(form).toString()),
    },
    ...(status && {
      response: {
        ...{ status, reason: '' },
        headers: answerHeaders,
        body: text(json === undefined ? '' : JSON.stringify(json)),
      },
    }),
  };
}

function text(content: string): Body {
  return { text: content, encoding: 'utf-8', size: content.length };
}

export type Example = { from: Sketch; expected: string[] };

type Rest = Pick<Sketch, 'form' | 'headers' | 'json' | 'answerHeaders'> & {
  location?: string;
};

/** @param expected the names of the request and of the response */
type OfRole = (
  request: string,
  status: number,
  expected: [string, string],
  rest?: Rest,
) => Example;

/** Examples of the messages of one role. */
export function exampleOf(to: Sketch['to']): OfRole {
  return (request, status, expected, { location, ...rest } = {}) => {
    const redirect: RawHeaders = location ? [['location', location]] : [];
    const answerHeaders = [...redirect, ...(rest.answerHeaders ?? [])];
    return { from: { ...{ to, request, status }, ...rest, answerHeaders }, expected };
  };
}
